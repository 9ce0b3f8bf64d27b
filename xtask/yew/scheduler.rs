//! What Yew has to do next, in the order of its own scheduler, in one short list: a form is one
//! component, so there is never more than a task or two for each form.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

/// State that tasks share.
pub type Shared<T> = Rc<RefCell<T>>;

/// A task.
pub trait Runnable {
    /// Does it.
    fn run(self: Box<Self>);
}

/// When a task's turn is among those that wait, the lowest first: its kind, and within that its
/// component, counted from 1. Of a kind and a component there is one task at most; where none is
/// named, tasks take turns as they come.
type Turn = (u32, usize);

const DESTROY: u32 = 0;
const CREATE: u32 = 1;
const FIRST_RENDER: u32 = 2;
const PROPERTIES_UPDATE: u32 = 3;
/// The drawing that follows a hydration.
const PRIORITY_RENDER: u32 = 4;
const FIRST_RENDERED: u32 = 5;
const UPDATE: u32 = 6;
const OTHER: u32 = 7;
const RENDER: u32 = 8;
const RENDERED: u32 = 9;

/// In place of a component.
const NONE: usize = 0;

thread_local! {
    /// The next task is the last.
    static TASKS: RefCell<Vec<(Turn, Box<dyn Runnable>)>> = const { RefCell::new(Vec::new()) };
    static STARTED: Cell<bool> = const { Cell::new(false) };
}

fn add(kind: u32, component: usize, task: Box<dyn Runnable>) {
    let turn = (kind, component);
    // What is replaced is dropped when the list is no longer borrowed.
    let _replaced = TASKS.with_borrow_mut(|tasks| {
        let at = tasks.iter().take_while(|(other, _)| *other > turn).count();
        match tasks.get_mut(at) {
            Some(same) if same.0 == turn && component != NONE => {
                return Some(std::mem::replace(&mut same.1, task));
            }
            _ => tasks.insert(at, (turn, task)),
        }
        None
    });
}

/// Adds a task of no component, and starts.
pub fn push(task: Box<dyn Runnable>) {
    add(OTHER, NONE, task);
    start();
}

pub(crate) fn push_component_create(
    component: usize,
    create: Box<dyn Runnable>,
    first_render: Box<dyn Runnable>,
) {
    add(CREATE, NONE, create);
    add(FIRST_RENDER, component + 1, first_render);
}

pub(crate) fn push_component_destroy(task: Box<dyn Runnable>) {
    add(DESTROY, NONE, task);
}

pub(crate) fn push_component_render(component: usize, task: Box<dyn Runnable>) {
    add(RENDER, component + 1, task);
}

pub(crate) fn push_component_update(task: Box<dyn Runnable>) {
    add(UPDATE, NONE, task);
}

pub(crate) fn push_component_rendered(component: usize, task: Box<dyn Runnable>, first: bool) {
    // Children, which have higher numbers, hear before their parents that they are drawn.
    add(if first { FIRST_RENDERED } else { RENDERED }, !component, task);
}

pub(crate) fn push_component_props_update(task: Box<dyn Runnable>) {
    add(PROPERTIES_UPDATE, NONE, task);
}

pub(crate) fn push_component_priority_render(component: usize, task: Box<dyn Runnable>) {
    add(PRIORITY_RENDER, component + 1, task);
}

/// Does all tasks in a microtask, unless that is under way.
pub(crate) fn start() {
    if STARTED.replace(true) {
        return;
    }
    crate::platform::spawn_local(async {
        while let Some((_, task)) = TASKS.with_borrow_mut(Vec::pop) {
            task.run();
        }
        STARTED.set(false);
    });
}
