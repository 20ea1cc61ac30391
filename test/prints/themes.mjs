/**
 * The contents of the printed tables: five made-up lists of actions, each with its own headings, owners, dates and words. No body, place
 * or person in them exists. A theme's period is always its second quarter, July to September 2022.
 */

/** A row of a theme: owner as printed, the owners that it names, title, first letter of its colour, what was last reported. */
const row = (lead, organisations, title, letter, text) => ({ lead, organisations, title, letter, text });

export const THEMES = [
  {
    name: "policing",
    above: ["SAFER BRINDLEY DELIVERY PLAN (2022-23)", "THEME 3 UPDATE - QRT 2 UPDATE (September 2022)"],
    headings: { number: "No", lead: "Organisation", title: "Deliverable", status: "RAG", update: "Update" },
    dated: (text) => `Update 12.09.22: ${text}`,
    date: "2022-09-12",
    rows: [
      row(
        "FORCE",
        ["FORCE"],
        "Reopen the Brindley station desk at weekends",
        "G",
        "The desk has been open since July.",
      ),
      row("BBC", ["BBC"], "Light the towpath between the two locks", "A", "The lamps are ordered."),
      row("BBC/FORCE", ["BBC", "FORCE"], "Recruit forty volunteers for the speed watch", "R", "Only six have come."),
      row("OPCC", ["OPCC"], "Publish the survey of market traders", "G", "It was published in August."),
      row("FIRE", ["FIRE"], "Check the alarms of every sheltered flat", "A", "Half of the flats are done."),
      row("BBC", ["BBC"], "Teach cycling in all primary schools", "G", "Eleven schools took part."),
    ],
  },
  {
    name: "parks",
    above: ["Orrin Valley Parks Improvement Plan 2022-25", "Progress at 30 September 2022"],
    headings: { number: "Ref", lead: "Lead", title: "Action", status: "RAG rating", update: "Progress" },
    dated: (text) => `14/09/2022 - ${text}`,
    date: "2022-09-14",
    rows: [
      row("Highways", ["HIGHWAYS"], "Resurface the paths of Weir Park", "A", "Tenders are being read."),
      row("Grounds Team", ["GROUNDS TEAM"], "Plant an orchard at Holm Field", "G", "Sixty trees are in."),
      row("Estates", ["ESTATES"], "Repair the bandstand roof", "G", "The lead work is finished."),
      row("Grounds Team", ["GROUNDS TEAM"], "Open a second play area", "R", "No site has been agreed."),
      row("Leisure", ["LEISURE"], "Run a summer of free tennis", "G", "Three hundred came to play."),
      row("Highways", ["HIGHWAYS"], "Move the coach stop away from the gate", "A", "A trial begins shortly."),
      row("Estates", ["ESTATES"], "Sell the old nursery", "R", "The buyer withdrew."),
    ],
  },
  {
    name: "hospital",
    above: ["Stennet Hospital: actions agreed by the board", "Quarter 2 2022/23 (July to September 2022)"],
    headings: { number: "Action No", lead: "Owner", title: "Agreed action", status: "Status", update: "Latest update" },
    dated: (text) => `September 2022: ${text}`,
    date: "2022-09",
    rows: [
      row(
        "Head of Estates",
        ["HEAD OF ESTATES"],
        "Replace the lift in the east wing",
        "R",
        "The parts are held at customs.",
      ),
      row(
        "Chief Nurse",
        ["CHIEF NURSE"],
        "Shorten the wait for discharge letters",
        "G",
        "Letters now leave within a day.",
      ),
      row(
        "Director of Finance",
        ["DIRECTOR OF FINANCE"],
        "Settle the cleaning contract",
        "A",
        "Two points remain open.",
      ),
      row("Chief Nurse", ["CHIEF NURSE"], "Fill the posts on the night rota", "A", "Nine of twelve posts are filled."),
      row(
        "Head of Estates",
        ["HEAD OF ESTATES"],
        "Mark out bays for ambulances",
        "G",
        "The bays were painted in July.",
      ),
    ],
  },
  {
    name: "college",
    above: ["Kelder College Staff Wellbeing Action Plan", "Second quarter update, September 2022"],
    headings: { number: "#", lead: "Responsible", title: "Commitment", status: "BRAG", update: "Comments" },
    dated: (text) => `8 Sept 2022: ${text}`,
    date: "2022-09-08",
    rows: [
      row("HR", ["HR"], "Offer every tutor a yearly health check", "G", "Bookings opened this week."),
      row("PR/HR", ["PR", "HR"], "Write a guide to flexible hours", "A", "A draft is with the unions."),
      row("IT", ["IT"], "Stop e-mails after seven in the evening", "R", "The switch failed its test."),
      row("FM", ["FM"], "Furnish a quiet room on each campus", "G", "Both rooms are in use."),
      row("HR", ["HR"], "Train line managers to talk about stress", "G", "All but two were trained."),
      row("FM/IT", ["FM", "IT"], "Renew the chairs of the open-plan office", "A", "Samples have arrived."),
    ],
  },
  {
    name: "audit",
    above: ["Digital Service Recommendations Tracker", "Position at September 2022"],
    headings: {
      number: "Rec No",
      lead: "Action owner",
      title: "Recommendation",
      status: "Current status",
      update: "Management response",
    },
    dated: (text) => `2022-09-20: ${text}`,
    date: "2022-09-20",
    rows: [
      row("Legal", ["LEGAL"], "Keep a register of all data agreements", "A", "The register lists most of them."),
      row("Procurement", ["PROCUREMENT"], "Test the backup of the payroll system", "G", "The test passed."),
      row(
        "Customer Services",
        ["CUSTOMER SERVICES"],
        "Answer web forms within two days",
        "R",
        "The average is five days.",
      ),
      row("Legal", ["LEGAL"], "Review who may see case files", "G", "The review is signed off."),
      row("Treasury", ["TREASURY"], "Retire the card reader at the front desk", "A", "The supplier has been told."),
      row("Procurement", ["PROCUREMENT"], "Put all licences on one renewal date", "R", "Talks have stalled."),
    ],
  },
];
