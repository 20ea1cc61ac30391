"""Makes the PDFs of corpus/ from reports.json and the pages below.

Needs, on Debian: chromium libreoffice-writer weasyprint qpdf poppler-utils fonts-liberation. Run from anywhere:
python3 corpus/.sources/make.py. What a producer writes differs with its version, so the PDFs are checked in.
"""
import html
import json
import pathlib
import re
import subprocess
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
OUT = HERE.parent
PAINT = {
    "browser": {"green": "#28a745", "amber": "#fd7e14", "red": "#dc3545"},
    "writer": {"green": "#92D050", "amber": "#FFC000", "red": "#FF0000"},
    "print": {"green": "#C6EFCE", "amber": "#FFEB9C", "red": "#FFC7CE"},
}
STATUS = {"g": "green", "green": "green", "on track": "green", "a": "amber", "amber": "amber", "at risk": "amber",
          "r": "red", "red": "red"}
MINUTES = """<h2>Tarnshire Police and Crime Panel</h2><h3>Minutes of the meeting held on 6 July 2022 in Marrick Town Hall</h3>
<p>Present: Cllr Ames (chair), Cllr Boyd, Cllr Tranter, Mrs Ilkes.</p><p><b>1. Apologies</b></p><p>Cllr Roe sent his apologies.</p>
<p><b>2. Questions from the public</b></p><p>A resident of Sallow Bay asked why a red warning had not been given before the
storm of 18 June. The chair said that 3 sirens of 12 (25%) had not sounded.</p><p><b>3. Actions agreed</b></p>
<table class="rows"><tr><th>No.</th><th>Action</th><th>Owner</th><th>By</th></tr>
<tr><td>1</td><td>Ask the county council about the sirens</td><td>TCC</td><td>30 August 2022</td></tr>
<tr><td>2</td><td>Bring the delivery plan to the next meeting</td><td>TOPCC</td><td>27 September 2022</td></tr>
<tr><td>3</td><td>Thank the lifeboat crew</td><td>Chair</td><td>Done</td></tr></table>"""
BUDGET = """<h2>Spending to the end of August 2022</h2><table class="rows"><tr><th>Ref</th><th>Heading</th><th>Budget</th>
<th>Spent</th><th>Left</th></tr><tr><td>1</td><td>Grants to victims' charities</td><td>£1,204,000</td><td>£498,000</td>
<td>£706,000</td></tr><tr><td>2</td><td>Staff</td><td>£986,000</td><td>£411,500</td><td>£574,500</td></tr><tr><td>3</td>
<td>Buildings</td><td>£145,000</td><td>£72,100</td><td>£72,900</td></tr></table><p>The panel is asked to note that 44% has
been spent in five months.</p>"""
CHARGES = """<h1>Wendle Valley Fire Service: charges from April 2022</h1><table class="rows"><tr><th>No.</th><th>Item</th>
<th>Colour</th><th>Unit</th><th>Charge</th></tr><tr><td>1</td><td>Extinguisher, water, serviced</td><td>Red</td><td>each</td>
<td>£14.20</td></tr><tr><td>2</td><td>Extinguisher, powder, serviced</td><td>Blue</td><td>each</td><td>£16.00</td></tr><tr>
<td>3</td><td>Exit sign</td><td>Green</td><td>each</td><td>£9.50</td></tr><tr><td>4</td><td>Hydrant marker</td><td>Amber</td>
<td>pair</td><td>£22.00</td></tr></table><p>Charities pay half. 5 of the 12 charges (42%) have not changed since 2019.</p>"""


def esc(text):
    return html.escape(text).replace("\n", "</p><p>")


def updates(row):
    out = []
    for heading, text in row[4]:
        if heading:
            out.append(f"<p><b>{esc(heading)}</b></p>")
        out.append(f"<p>{esc(text)}</p>")
    return "".join(out)


def paint(report, row):
    name = row[5] if len(row) > 5 else STATUS.get(row[3].lower())
    return PAINT[report["maker"]].get(name)


def status_cell(report, row):
    colour = paint(report, row)
    if report.get("symbol"):
        return f'<span style="color:{colour};font-size:140%">●</span>', ""
    style = f"background-color:{colour};" if report.get("painted") and colour else ""
    return "" if report.get("colourOnly") else esc(row[3]), style


def table(report):
    columns, widths = report["columns"], report["widths"]
    rows = ["<tr>" + "".join(f'<th width="{w}%">{esc(name)}</th>' for (_, name), w in zip(columns, widths)) + "</tr>"]
    for row in report["rows"]:
        cells = []
        for key, _ in columns:
            text, style = {"n": (str(row[0]), ""), "o": (esc(row[1]), ""), "t": (esc(row[2]), ""), "u": (updates(row), "")}.get(
                key) or status_cell(report, row)
            cells.append(f'<td style="{style}">{text}</td>')
        rows.append("<tr class=head>" + "".join(cells) + "</tr>")
        if report["layout"] == "tiers" and row[4]:
            rows.append(f'<tr><td colspan="{len(columns)}" style="">{updates(row)}</td></tr>')
    return f"<table class=rows><thead>{rows[0]}</thead><tbody>" + "".join(rows[1:]) + "</tbody></table>"


def blocks(report):
    return "".join(
        f"<h4>{row[0]}. {esc(row[2])}</h4><p>Lead: {esc(row[1])} &nbsp;&nbsp;&nbsp; Status: {esc(row[3])}</p>{updates(row)}"
        for row in report["rows"])


def forms(report):
    out = []
    for row in report["rows"]:
        text, style = status_cell(report, row)
        pairs = [("No.", str(row[0]), ""), ("Action", esc(row[2]), ""), ("Lead", esc(row[1]), ""), ("Status", text, style),
                 ("Progress", updates(row), "")]
        out.append("<table class=rows>" + "".join(
            f'<tr><th width="18%">{label}</th><td style="{paintwork}">{value}</td></tr>' for label, value, paintwork in pairs)
            + "</table><br>")
    return "".join(out)


def key(report):
    form, rows = report["key"]["form"], report["key"]["rows"]
    if form == "sentence":
        return f"<p>{esc(report['key']['text'])}</p>"
    if form == "lines":
        return "".join(f"<p>{esc(label)}: {esc(count)}</p>" for label, _, count in rows)

    def label_cell(label):
        colour = PAINT[report["maker"]].get(STATUS.get(label.split(" (")[0].lower()))
        return f'<td style="{f"background-color:{colour};" if colour and report.get("painted") else ""}">{esc(label)}</td>'
    if form == "wide":
        first = "".join(label_cell(label) + f"<td>{esc(meaning)}</td>" for label, meaning, _ in rows)
        second = "".join(f"<td>Number &amp; %</td><td>{esc(count)}</td>" for _, _, count in rows)
        return f"<table class=rows><tr>{first}</tr><tr>{second}</tr></table>"
    body = "".join(f"<tr>{label_cell(label)}<td>{esc(meaning)}</td><td>{esc(count)}</td></tr>" for label, meaning, count in rows)
    return f"<table class=rows><tr><th>Status</th><th>What it means</th><th>Number &amp; %</th></tr>{body}</table>"


def report_html(report):
    head = "".join(f"<h3>{esc(line)}</h3>" for line in report["head"])
    body = {"blocks": blocks, "forms": forms}.get(report["layout"], table)(report)
    return f"{head}{key(report)}<h3>{esc(report['theme'])}</h3>{body}"


BORDERS = {
    "all": ".rows td,.rows th{border:0.6pt solid #333}",
    "rows": ".rows td{border-bottom:0.6pt solid #888}.rows th{border-bottom:1pt solid #333}",
    "none": "",
}


def page(report, body):
    furniture = '@top-left{content:"OFFICIAL";font-size:8pt}@bottom-right{content:"Page " counter(page);font-size:8pt}' \
        if report["maker"] == "print" else ""
    style = (f"@page{{size:{report['page']};margin:16mm;{furniture}}}body{{font:9.5pt 'Liberation Sans'}}p{{margin:0 0 3pt}}"
             "h3,h4{margin:5pt 0 3pt;font-size:11pt}table{border-collapse:collapse;width:100%;margin:4pt 0}"
             f"td,th{{text-align:left;vertical-align:top;padding:2.5pt 4pt}}{BORDERS[report['border']]}")
    if report["maker"] == "writer":
        # Writer takes no rules for classes: each cell says its own.
        body = re.sub(r"<(t[dh])([^>]*?)(?: style=\"([^\"]*)\")?>",
                      r'<\1\2 style="border:0.6pt solid #333333;padding:0.06cm;vertical-align:top;\3">', body)
        body = body.replace("<p>", '<p style="margin:0 0 0.08cm 0">').replace("<table", '<table width="100%" cellspacing="0"')
    return f"<!doctype html><html lang=en><meta charset=utf-8><title>Report</title><style>{style}</style><body>{body}</body></html>"


def run(*command):
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def make(maker, source, target):
    if maker == "browser":
        run("chromium", "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer", f"--print-to-pdf={target}",
            source.as_uri())
    elif maker == "print":
        run("weasyprint", "-q", str(source), str(target))
    else:
        run("soffice", "--headless", "--infilter=HTML (StarWriter)", "--convert-to", "pdf:writer_pdf_Export", "--outdir",
            str(target.parent), str(source))


def main():
    reports = json.loads((HERE / "reports.json").read_text("utf8"))
    bodies, first = {}, {}
    for report in reports.values():
        report.setdefault("maker", first.get(report["file"], report).get("maker"))
        first.setdefault(report["file"], report)
        bodies.setdefault(report["file"], []).append(report_html(report))
    with tempfile.TemporaryDirectory() as folder:
        work = pathlib.Path(folder)
        for name, parts in bodies.items():
            report = first[name]
            if report.get("pack"):
                parts = [MINUTES, *parts, BUDGET]
            source, target = work / f"{name}.html", work / f"{name}.pdf"
            source.write_text(page(report, '<div style="break-before:page"></div>'.join(parts)), "utf8")
            make(report["maker"], source, target)
            if report.get("lock"):
                run("qpdf", "--encrypt", "", "owner", "128", "--use-aes=y", "--modify=none", "--", str(target), str(OUT / target.name))
            elif report.get("turn"):
                run("qpdf", "--rotate=+90", str(target), str(OUT / target.name))
            else:
                (OUT / target.name).write_bytes(target.read_bytes())
        odd(work)


def odd(work):
    """Files that are no report, or cannot be read as they are."""
    charges = {"maker": "print", "page": "A4", "border": "all"}
    (work / "charges.html").write_text(page(charges, CHARGES), "utf8")
    make("print", work / "charges.html", OUT / "wendle-fire-charges-2022.pdf")
    whole = OUT / "tarnshire-theme-1-q4-2021.pdf"
    (OUT / "tarnshire-theme-1-q4-2021-cut-off.pdf").write_bytes(whole.read_bytes()[:9000])
    run("qpdf", "--encrypt", "sallow", "owner", "128", "--use-aes=y", "--", str(OUT / "tarnshire-theme-4-q2-2022.pdf"),
        str(OUT / "tarnshire-theme-4-q2-2022-password.pdf"))
    run("pdftoppm", "-r", "72", "-mono", "-png", "-f", "1", "-l", "1", str(OUT / "tarnshire-theme-4-q2-2022.pdf"), str(work / "scan"))
    picture = next(work.glob("scan*.png"))
    scan = work / "scan.html"
    scan.write_text(f'<style>@page{{size:A4;margin:0}}body{{margin:0}}img{{width:210mm}}</style><img src="{picture.name}">', "utf8")
    make("print", scan, OUT / "tarnshire-theme-4-q2-2022-scan.pdf")


main()
