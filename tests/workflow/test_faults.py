"""What a run says and leaves behind when something is wrong with what it was given, or when it is stopped."""

from __future__ import annotations

import fcntl
import signal
import subprocess
import sys
import time

import pptx

from briefing.files import read_plain_json
from briefing.run.completeness import LAST, files_of
from office import SMALL, Office, processes_in, surroundings


def test_reports_that_cannot_be_used_leave_the_others_alone(office: Office) -> None:
    """Each of them is told in one sentence; the good report has its packs; nothing of the others is half-made."""
    office.write("河口.txt")
    office.write("空.txt", "")
    office.write("便条.txt", "明天上午九点开会，请准时参加。\n")
    (office.reports / "旧.wps").write_bytes(b"\xd0\xcf\x11\xe0" + bytes(600))
    (office.reports / "坏.docx").write_bytes(b"PK\x03\x04 this is no Word file")
    said = office.run()
    assert said.status == 1
    assert len(list((office.output / "河口" / "packs").iterdir())) == 2
    assert "河口: 2 of 2 packs" in said.text
    closing = said.text.partition("\n\n")[2]
    for report in ("空", "便条", "旧", "坏"):
        assert f"failed: {report}: reading the report" in said.text
        sentence = closing.partition(f"{report}: no pack was made.\n  ")[2].partition("\n")[0]
        assert len(sentence) > 30, f"{report}: no sentence in {closing}"
        assert report in sentence
        left = {path.name for path in (office.output / report).rglob("*") if path.is_file()}
        assert left == {"parse.log"}
    assert "5 reports, 4 of them not finished." in closing
    assert "Traceback" not in said.text


def test_an_area_that_fails_its_audit_leaves_the_others_alone(office: Office) -> None:
    """A deck with a number that the report does not hold is not packed; the other area is, and the page tells both."""
    office.write("河口.txt")
    path = office.folder / "templates" / "default" / "deck.pptx"
    template = pptx.Presentation(path)
    remark = next(shape for slide in template.slides for shape in slide.shapes if shape.name == "说明")
    remark.text_frame.paragraphs[0].runs[0].text += "{% if number == 2 %}另投资98765亿元{% endif %}"
    template.save(path)
    said = office.run()
    assert said.status == 1
    assert "河口: 1 of 2 packs" in said.text
    assert "98765" in said.text.partition("\n\n")[2]
    assert [pack.name.split("_")[1] for pack in (office.output / "河口" / "packs").iterdir()] == ["1"]
    assert "98765" in (office.output / "河口" / "index.html").read_text(encoding="utf-8")


def test_an_unknown_setting_stops_before_anything_is_made(office: Office) -> None:
    """One sentence names the setting and the nearest that there is."""
    office.write("河口.txt")
    for setting, sentence in (
        ("tempaltes_dir=x", "error: setting tempaltes_dir: unknown; did you mean templates_dir?"),
        ('charts={"most": 2}', "error: setting charts.most: unknown; did you mean most_per_area?"),
        ("charts={most_per_area: many}", "error: setting charts.most_per_area: found 'many'"),
        (
            "reports_dir=nowhere",
            "error: reports_dir nowhere: there is no such folder; make it and put a report into it.",
        ),
    ):
        said = office.run("--config", setting)
        lines = [
            line for line in said.text.splitlines() if not line.startswith(("Using workflow specific", "Config file"))
        ]
        assert said.status == 1
        assert len(lines) == 1, said.text
        assert lines[0].startswith(sentence)
    assert not office.output.exists()


def test_two_files_of_one_name_stop_the_run(office: Office) -> None:
    """Which of them would be the report cannot be told, so it is asked."""
    office.write("河口.txt")
    office.write("河口.md")
    said = office.run()
    assert said.status == 1
    assert "河口.md and 河口.txt would both be report 河口; rename one or take it away." in said.text
    assert not office.output.exists()


def test_two_runs_do_not_write_the_same_folder(office: Office) -> None:
    """The second one says so and ends; after the first has gone, it runs."""
    office.write("河口.txt")
    (office.output / ".locks").mkdir(parents=True)
    with (office.output / ".locks" / "河口").open("ab") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        said = office.run("output/河口/areas.csv")
        assert said.status == 1
        assert (
            "error: output: another run is writing there; wait for it to end or choose another output_dir." in said.text
        )
        assert not (office.output / "河口").exists()
    assert office.run("output/河口/areas.csv").status == 0


def test_a_run_that_is_told_to_end_ends_with_all_its_processes(office: Office) -> None:
    """SIGTERM amid the documents: no process stays, no file is half-written, and the next run completes the work."""
    office.write("河口.txt")
    running = subprocess.Popen(
        [sys.executable, "-m", "snakemake", "--cores", "2"],
        cwd=office.folder,
        env=surroundings(),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )
    waited_for = office.output / "河口" / "decks"
    until = time.monotonic() + 60
    while not waited_for.exists() and time.monotonic() < until:
        time.sleep(0.02)
    assert waited_for.exists(), "the run reached its documents"
    running.send_signal(signal.SIGTERM)
    running.communicate(timeout=30)
    assert running.returncode != 0
    until = time.monotonic() + 10
    while (left := processes_in(office.folder)) and time.monotonic() < until:
        time.sleep(0.05)
    assert left == {}
    for path in office.output.rglob("*"):
        assert not path.name.startswith(".河口"), "a file being written was left behind"
    said = office.run()
    assert said.status == 0, said.text
    assert "2 of 2 packs" in said.text


def test_a_report_that_changes_makes_its_packs_again(office: Office) -> None:
    """Packs under titles that the text no longer has are named, so that nobody sends them."""
    office.write("河口.txt")
    assert office.run().status == 0
    office.write("河口.txt", SMALL.replace("坚持农业优先，", "坚持农业农村优先，"))
    said = office.run()
    assert said.status == 0, said.text
    assert "2 of 2 packs" in said.text
    assert "Left from an earlier text of the report, delete them: 河口县2024年政府工作报告_1_坚持农业优先" in said.text


def test_a_report_that_turns_unreadable_is_told_in_every_run(office: Office) -> None:
    """Its earlier packs do not pass for packs of the new text; once it can be read again, everything is made."""
    office.write("河口.txt")
    assert office.run().status == 0
    (office.reports / "河口.txt").write_text("什么也没有", encoding="utf-8")
    for _ in range(3):
        said = office.run()
        assert said.status == 1
        assert "河口.txt: only 5 characters of report text were found" in said.text
    office.write("河口.txt", SMALL.replace("新增学位900个", "新增学位800个"))
    said = office.run()
    assert said.status == 0, said.text
    assert "新增学位800个" in (office.output / "河口" / "index.html").read_text(encoding="utf-8")


def test_a_file_that_is_gone_is_made_again(office: Office) -> None:
    """Whichever it is: Snakemake by itself asks only for what something newer is made of."""
    office.write("河口.txt")
    assert office.run().status == 0
    before = office.files()
    products, charts = (read_plain_json(office.output / "河口" / f"{name}.json") for name in ("products", "charts"))
    assert {f"河口/{name}" for name in (*files_of(products, charts), LAST)} == before.keys(), (
        "every file that is made is looked for"
    )
    for gone in ("cleaned.txt", "decks/2.pptx", LAST):
        (office.output / "河口" / gone).unlink()
    said = office.run()
    assert said.status == 0, said.text
    assert office.files() == before
    assert "Nothing to be done" in office.run().text


def test_a_run_that_waits_for_ever_after_it_was_told_to_end_is_ended() -> None:
    """Snakemake's own end waited for a task that the signal had interrupted, once in some twenty runs."""
    hanging = (
        "import signal, time\n"
        "from briefing.run import start\n"
        "start._TO_END = 1\n"
        "signal.signal(signal.SIGTERM, start._end_soon)\n"
        "try:\n    print('ready', flush=True)\n    time.sleep(60)\nexcept KeyboardInterrupt:\n    time.sleep(60)\n"
    )
    running = subprocess.Popen([sys.executable, "-c", hanging], env=surroundings(), stdout=subprocess.PIPE)
    assert running.stdout is not None
    assert running.stdout.readline() == b"ready\n"
    running.send_signal(signal.SIGTERM)
    assert running.wait(timeout=30) == -signal.SIGALRM
