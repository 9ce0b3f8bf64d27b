// Renders the portal for the page, as soon as all of it is there.

import { renderToPipeableStream } from "react-dom/server";
import { Portal } from "./Portal.jsx";

const { pipe } = renderToPipeableStream(<Portal />, { onAllReady: () => pipe(process.stdout) });
