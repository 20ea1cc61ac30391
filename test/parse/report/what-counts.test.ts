import { describe, expect, it } from "vitest";
import { reportsOf } from "../read-text.js";

const csv = (...lines: string[]): string[] => lines;

/** Lists of things to be done with statuses, under other names than a plan's and without its header. */
const LISTS: readonly (readonly [string, number, readonly string[]])[] = [
  [
    "a spreadsheet of projects whose first line is its headings",
    4,
    csv(
      "Project,Department,Confidence rating,Commentary",
      "Eastgate Flyover,DTR,Amber,Piling is two months behind",
      "Tidal Barrier,DEN,Green,The gates were delivered",
      "New Records System,DHE,Red,The supplier has withdrawn",
      "Prison Kitchens,DJU,Green,Five of six are open",
    ),
  ],
  [
    "a list with the same priority and target for each",
    2,
    csv(
      "ID,Initiative,Owner,Priority,Target,Status,Commentary",
      "D1,Retire the mainframe,Digital,High,Q4,Complete,It is off",
      "D2,Publish a catalogue,Insight,High,Q4,On schedule,Forty sets are listed",
    ),
  ],
  [
    "a list whose rows all begin and end in the same months",
    3,
    csv(
      "| Action | Start | End | RAG |",
      "|---|---|---|---|",
      "| Insulate the library roof | Apr 23 | Mar 25 | Green |",
      "| Plant the school hedges | Apr 23 | Mar 25 | Amber |",
      "| Charge points at the baths | Apr 23 | Mar 25 | Red |",
    ),
  ],
  [
    "a spreadsheet of projects rated between the colours, with their budgets",
    4,
    csv(
      "Project,Department,RAG rating,Commentary on the rating,Baseline,Variance",
      "Eastgate Flyover,DTR,Amber/Red,Piling is two months behind,£4.10,2%",
      "Tidal Barrier,DEN,Amber/Green,The gates were delivered,£9.25,0%",
      "New Records System,DHE,Red,The supplier has withdrawn,£1.72,31%",
      "Prison Kitchens,DJU,Amber/Green,Five of six are open,£0.85,1%",
    ),
  ],
  [
    "a tracker of actions from meetings",
    3,
    csv(
      "Delivery Board",
      "",
      "Action tracker",
      "",
      "Ref\tAction\tLead\tDue\tStatus",
      "3.1\tCirculate the revised estates strategy\tDoF\tMay\tComplete",
      "3.2\tBring back a paper on agency spend\tCOO\tJune\tOverdue",
      "3.3\tArrange a visit to the new ward\tCNO\tJuly\tIn progress",
    ),
  ],
  [
    "recommendations of a review and the response to them",
    3,
    csv(
      "| Recommendation | Response | RAG |",
      "|---|---|---|",
      "| The council should publish its tree policy | Published on the website in May. | G |",
      "| Officers should inspect every playground monthly | Inspections begin once staff are trained. | A |",
      "| A member champion should be named | No member has come forward. | R |",
    ),
  ],
  [
    "commitments without numbers or organisations",
    3,
    csv(
      "Our promises",
      "",
      "| Commitment | Progress |",
      "|---|---|",
      "| We will plant a thousand trees | On track |",
      "| We will halve food waste in our kitchens | Delayed |",
      "| We will open the archive on Saturdays | Complete |",
    ),
  ],
  [
    "milestones of a programme",
    3,
    csv(
      "Milestone;Owner;Target date;RAG",
      "Award the building contract;MJ;31/03/2023;Green",
      "Open the visitor centre;MJ;30/06/2023;Amber",
      "Hand over the car park;RB;30/09/2023;Red",
    ),
  ],
  [
    "objectives with a rating and the evidence",
    3,
    csv(
      "| No | Objective | RAG | Evidence |",
      "|---|---|---|---|",
      "| 1 | Improve reading in every class | A | Two classes still lack books. |",
      "| 2 | Bring families into school | G | Attendance at workshops has doubled. |",
      "| 3 | Repair the playing field | R | No contractor has bid. |",
    ),
  ],
  [
    "findings of an audit with the action agreed",
    3,
    csv(
      "| Ref | Finding | Agreed action | Owner | Status |",
      "|---|---|---|---|---|",
      "| AUD-1 | Invoices were paid twice | Match invoices to orders before payment | FM | Implemented |",
      "| AUD-2 | Leavers kept their access | Close accounts on the last day | IT | In progress |",
      "| AUD-3 | Stock was not counted | Count the stores every quarter | SM | Not started |",
    ),
  ],
  [
    "actions with a budget for each",
    3,
    csv(
      "| Action | Lead | Cost | Due | RAG |",
      "|---|---|---|---|---|",
      "| Light the path to the station | TPC | £1,200 | 2023 | G |",
      "| Mend the bandstand roof | TPC | £900 | 2024 | A |",
      "| Plant the verge | TPC | £150 | 2023 | R |",
    ),
  ],
];

/** Tables that have statuses, ratings or actions and are no lists of things to be done. */
const OTHERS: readonly (readonly [string, readonly string[]])[] = [
  [
    "a register of risks",
    csv(
      "| Ref | Risk | Mitigating action | Owner | RAG |",
      "|---|---|---|---|---|",
      "| R1 | Staff may leave | Offer longer contracts | HR | Amber |",
      "| R2 | The depot may flood | Buy a second pump | FM | Green |",
      "| R3 | Data may be lost | Copy it every night | IT | Red |",
    ),
  ],
  [
    "measures against targets, with a comment on each",
    csv(
      "| Measure | Target | Actual | RAG | Comment |",
      "|---|---|---|---|---|",
      "| Calls answered within a minute | 90% | 91% | G | Two more staff were trained. |",
      "| Missed bins per thousand | 2 | 4 | R | A lorry was off the road in May. |",
      "| Rent collected | 97% | 96% | A | Arrears fell again. |",
    ),
  ],
  [
    "a spreadsheet of indicators",
    csv(
      "Indicator,2020/21,2021/22,2022/23,RAG",
      "Violent crime per thousand,12.1,11.8,11.2,Green",
      "Burglary per thousand,4.1,4.3,4.4,Amber",
      "Satisfaction of victims,71%,68%,64%,Red",
    ),
  ],
  [
    "orders and how far they have come",
    csv(
      "Order no,Item,Customer,Status",
      "10231,Garden bench in oak,Mrs Hale,Shipped",
      "10232,Folding table and four chairs,Mr Oduya,Complete",
      "10233,Parasol with stand,Ms Brandt,Cancelled",
      "10234,Hammock and frame,Mr Lowe,Complete",
    ),
  ],
  [
    "people and their employment status",
    csv(
      "Name,Post,Status",
      "Ada Lind,Senior clerk to the board,Active",
      "Ben Osei,Driver of the mobile library,On leave",
      "Cleo Marr,Head of housing services,Active",
    ),
  ],
  [
    "replies of a web service",
    csv(
      "| Status | Description |",
      "|---|---|",
      "| 200 | The request was completed |",
      "| 404 | No such resource was found |",
      "| 500 | The server failed to complete the request |",
    ),
  ],
  [
    "methods of a programming interface",
    csv(
      "| Method | Action | Status |",
      "|---|---|---|",
      "| open() | Opens the file for reading | stable |",
      "| close() | Closes the file and frees its memory | stable |",
      "| drain() | Waits until all is written | deprecated |",
    ),
  ],
  [
    "tests and whether they passed",
    csv(
      "| Test | Description | Result | Status |",
      "|---|---|---|---|",
      "| T1 | Log in with a wrong password | refused | Pass |",
      "| T2 | Print a list of all invoices | printed | Pass |",
      "| T3 | Change the address of a customer | error 12 | Fail |",
    ),
  ],
  [
    "results of matches",
    csv(
      "| Date | Home | Away | Result |",
      "|---|---|---|---|",
      "| 3 May | Melford Reds | Hale Town | 2-1 |",
      "| 10 May | Green Lane Rovers | Melford Reds | 0-0 |",
      "| 17 May | Melford Reds | Amber Valley | 1-3 |",
    ),
  ],
  [
    "a list of prices by colour",
    csv(
      "Item,Colour,Price",
      "Gloss paint for doors,Red,£24",
      "Gloss paint for windows,Green,£24",
      "Primer for bare wood,White,£12",
      "Paint for metal gates,Blue,£18",
    ),
  ],
  [
    "a key alone",
    csv(
      "| Status | Meaning |",
      "|---|---|",
      "| Green | The action is complete or on track |",
      "| Amber | The action is late but will be completed |",
      "| Red | The action will not be completed |",
    ),
  ],
  [
    "a form that nobody has filled in",
    csv(
      "| No | Action | Lead | Due | RAG |",
      "|---|---|---|---|---|",
      "| 1 |  |  |  |  |",
      "| 2 |  |  |  |  |",
      "| 3 |  |  |  |  |",
    ),
  ],
  [
    "changes of a program",
    csv(
      "| Version | Change | Status |",
      "|---|---|---|",
      "| 1.2.0 | Add a dark theme to the editor | Released |",
      "| 1.2.1 | Fix the crash on an empty file | Released |",
      "| 1.3.0 | Remove the old importer | Planned |",
    ),
  ],
  ["one row alone", csv("| Action | Status |", "|---|---|", "| Mend the clock on the town hall | Green |")],
  [
    "features that platforms support",
    csv(
      "| Feature | Linux | Windows | Status |",
      "|---|---|---|---|",
      "| Reads files in blocks of any size | yes | yes | Complete |",
      "| Writes files in the background | yes | no | In progress |",
      "| Locks a region of a file | no | no | Planned |",
    ),
  ],
  [
    "a log of complaints",
    csv(
      "| Ref | Complaint | Service | Status | Date closed |",
      "|---|---|---|---|---|",
      "| C1 | A bin was missed twice | Waste | Closed | 01.02.23 |",
      "| C2 | Noise from the bar at night | Licensing | Closed | 02.02.23 |",
    ),
  ],
  [
    "a timetable",
    csv(
      "| Line | From | To | Departs | Status |",
      "|---|---|---|---|---|",
      "| Red | Melford | Hale | 10:05 | On time |",
      "| Green | Melford | Osney | 10:20 | Delayed |",
      "| Blue | Hale | Osney | 10:35 | On time |",
    ),
  ],
];

describe("a list of things to be done with statuses is a report", () => {
  it.each(LISTS)("%s", (_, count, lines) => {
    expect(reportsOf(...lines).map(({ deliverables }) => deliverables.length)).toEqual([count]);
  });

  it("says what its header does not: plan and period", () => {
    const [report] = reportsOf(...(LISTS[0]?.[2] ?? []));
    expect(report?.review_reasons).toEqual(["plan-missing", "period-missing"]);
  });
});

describe("no report", () => {
  it.each(OTHERS)("is %s", (_, lines) => {
    expect(reportsOf(...lines).length).toBe(0);
  });
});

describe("a scale of a table's own", () => {
  const table = (heading: string, ...statuses: string[]) =>
    [
      heading,
      ...statuses.map((status, at) => `${at + 1}\tDig pond number ${at + 1}\tPARKS\t${status}\tWork goes on.`),
    ].join("\n");
  const STATUSES = ["Sown", "Sown", "Half sown", "Not sown", "Sown", "Half sown"];

  it("is read, as words that nobody knows, where headings leave no doubt of a list of things to be done", () => {
    const [report] = reportsOf(table("Ref\tCommitment\tLead\tStatus\tProgress", ...STATUSES));
    expect(report?.deliverables.map(({ rag, rag_raw }) => [rag, rag_raw])).toEqual(
      STATUSES.map((status) => [null, status]),
    );
  });

  it("is none where texts do not come again, or a heading is missing", () => {
    const texts = ["Sown by hand", "Half sown", "Not sown yet", "Sown in June", "Rain", "Mud"];
    expect(reportsOf(table("Ref\tCommitment\tLead\tStatus\tProgress", ...texts))).toEqual([]);
    expect(reportsOf(table("Ref\tCommitment\tSize\tStatus\tProgress", ...STATUSES))).toEqual([]);
  });
});
