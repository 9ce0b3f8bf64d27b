// A list of leads that changes its order, in StrictMode.

import { StrictMode, useState } from "react";
import { createRoot } from "react-dom/client";
import { LeadPhone } from "./LeadPhone.jsx";

function Portal() {
  const [leads, setLeads] = useState([3387562, 3387611, 3387625]);
  const [isOpen, setIsOpen] = useState(true);
  return (
    <>
      <button onClick={() => setIsOpen(!isOpen)}>{isOpen ? "Close" : "Open"}</button>
      <button onClick={() => setLeads([...leads.slice(1), leads[0]])}>Next lead</button>
      <ul>
        {isOpen &&
          leads.map((lead) => (
            <li key={lead}>
              <LeadPhone lead={lead} />
            </li>
          ))}
      </ul>
    </>
  );
}

createRoot(document.getElementById("portal")).render(
  <StrictMode>
    <Portal />
  </StrictMode>,
);
