"""Recipients are a file from outside: read as offices save it, and refused where it could make a message say something else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.distribute.recipients import (
    COLUMNS,
    Recipient,
    areas_of,
    checked_address,
    recipients_in_table,
    recipients_in_yaml,
)
from briefing.errors import BriefingError
from mail_desk import ROOT, Desk

TITLES = {"1": "全面推进乡村振兴", "2": "持续增进民生福祉", "3": "推进乡村建设"}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
@pytest.mark.parametrize("head", ["area,name,address,gets,report", "领域,姓名,邮箱,内容,报告"])
def test_a_table_as_offices_save_it(encoding: str, head: str) -> None:
    """English or Chinese headings, UTF-8 or GB18030, remarks, empty lines, other reports' rows."""
    rows = [
        head,
        "# 备注,,,",
        "all,甲科长,jia@example.org,,",
        "",
        "2,乙科长,yi@example.org,documents,a",
        "1,丙,c@example.org,zip,b",
    ]
    found = recipients_in_table("\r\n".join(rows).encode(encoding), "recipients.csv", "a")
    assert [(one.area, one.name, one.address, one.gets) for one in found] == [
        ("all", "甲科长", "jia@example.org", "zip"),
        ("2", "乙科长", "yi@example.org", "documents"),
    ]


def test_the_example_names_every_column_and_nobody() -> None:
    """data/recipients.example.csv is read, and holds no row."""
    content = (ROOT / "data" / "recipients.example.csv").read_bytes()
    assert recipients_in_table(content, "recipients.example.csv", "a") == ()
    assert content.decode("utf-8-sig").splitlines()[0].split(",") == list(COLUMNS)


def test_the_yaml_of_a_report_takes_the_place_of_the_table(desk: Desk, send) -> None:
    """A list in <id>.yaml says who gets this report, whatever the table says."""
    (desk.folder / "small-2024.yaml").write_text(
        "recipients:\n  - {area: 2, name: 丙科长, address: bing@example.org}\n", encoding="utf-8"
    )
    assert send().status == 0
    assert [path.name for path in desk.letters()] == ["001_丙科长.eml"]


@pytest.mark.parametrize(
    ("area", "expected"),
    [("all", ("1", "2", "3")), ("全部", ("1", "2", "3")), ("", ("1", "2", "3")), ("2", ("2",)), ("民生", ("2",))],
)
def test_an_area_by_number_by_words_or_all(area: str, expected: tuple[str, ...]) -> None:
    """Words of a title stay right when another year's report numbers its areas otherwise."""
    assert areas_of(Recipient(area, "甲", "a@example.org", "zip", "row 2"), TITLES) == expected


@pytest.mark.parametrize(
    ("area", "expected"),
    [("all", ("0", "1", "2", "3")), ("总览", ("0",)), ("Overview", ("0",)), ("民生", ("2",)), ("推进乡村建设", ("3",))],
)
def test_the_overview_by_its_name_or_with_all(area: str, expected: tuple[str, ...]) -> None:
    """Words of an area's title never mean the overview, and its name never means an area."""
    titles = {"0": "2024年工作总览：三个方面，推进乡村建设", **TITLES}
    assert areas_of(Recipient(area, "甲", "a@example.org", "zip", "row 2"), titles) == expected


@pytest.mark.parametrize("area", ["9", "工业", "乡村", "-1", "../1"])
def test_an_area_that_is_none_or_two(area: str) -> None:
    """The sentence names the row and lists the areas."""
    with pytest.raises(BriefingError, match=r"row 2: .*the areas are 1 全面推进"):
        areas_of(Recipient(area, "甲", "a@example.org", "zip", "row 2"), TITLES)


@pytest.mark.parametrize(
    "address",
    [
        "", "a", "a@", "@b.org", "a@b@c.org", "a b@c.org", "a@c.org\nBcc: x@y.org", "a@c.org\r\nRCPT TO:<x@y.org>", "<a@c.org>",
        "a@c.org,b@c.org", "a@c.org;b@c.org", "a@-c.org", "a@c..org", ".a@c.org", "甲@例子.中国", "a@c.org\x00", '"a b"@c.org', "a@[1.2.3.4]",
        "a" * 250 + "@c.org",
    ],
)  # fmt: skip
def test_what_is_no_single_plain_address_is_refused(address: str) -> None:
    """Nothing that could add a header, an envelope or a second recipient."""
    with pytest.raises(BriefingError, match="is no mail address"):
        checked_address(address, "row 2")


@given(st.text(max_size=40))
def test_an_address_that_passes_is_one_token(text: str) -> None:
    """Whatever passes has one @, no blank, no control character and nothing beyond ASCII."""
    try:
        assert checked_address(text + "@example.org", "row 2").isascii()
    except BriefingError:
        return
    assert all(one.isprintable() and one not in ' <>,;:"()[]\\@' for one in text)


@pytest.mark.parametrize("name", ["", "甲\nBcc: x@y.org", "甲\r\n\r\nbody", "甲\u202e乙", "甲\x00", "甲" * 101])
def test_a_name_that_could_add_a_header(desk: Desk, send, name: str) -> None:
    """Line breaks, control and direction marks in a name are refused with the row."""
    quoted = '"' + name + '"'
    desk.list(f"all,{quoted},jia@example.org,zip")
    said = send()
    assert said.status == 1
    assert "row 2" in said.text or "readable row" in said.text or "no text" in said.text
    assert desk.letters() == []


def test_a_name_that_is_a_path(desk: Desk, send) -> None:
    """The name of an .eml stays inside its folder."""
    desk.list(
        "all,../../../甲/乙\\丙:,jia@example.org,zip", "all,CON,con@example.org,zip", "all,......,dots@example.org,zip"
    )
    assert send().status == 0
    assert [path.name for path in desk.letters()] == [
        "001_／..／..／甲／乙＼丙：.eml",
        "002__CON.eml",
        "003_recipient.eml",
    ]
    assert sorted(path.name for path in desk.folder.iterdir()) == [
        "config.yaml",
        "ledger.sqlite",
        "output",
        "recipients.csv",
    ]


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "is empty"),
        (b"area,name\n", "names no column address"),
        (b"area,name,address\nall,a,a@example.org,\n", ""),
        (b'area,name,address\nall,"a,a@example.org\n', "no readable row"),
        (b"\xff\xfe\x00\x81\xff", "no text in UTF-8 or GB18030"),
        (b"area,name,address,gets\nall,a,a@example.org,fax\n", "gets is 'fax'"),
        (b"area,name,address\n" + b"all,a,a@example.org\n" * 6000, "more than 5000 recipients"),
    ],
)
def test_a_table_that_cannot_be_read(content: bytes, sentence: str) -> None:
    """Each is one sentence with the place."""
    if not sentence:
        assert len(recipients_in_table(content, "recipients.csv", "a")) == 1
        return
    with pytest.raises(BriefingError, match=sentence):
        recipients_in_table(content, "recipients.csv", "a")


@pytest.mark.parametrize("value", ["a", 3, [3], [{"phone": 1}], [{"area": "all", "name": "甲"}], {"name": "甲"}])
def test_a_list_in_yaml_that_is_none(value: object) -> None:
    """The sentence names the file."""
    with pytest.raises(BriefingError, match=r"a\.yaml"):
        recipients_in_yaml(value, "a.yaml")


def test_no_table_no_row_no_report(desk: Desk, send) -> None:
    """What is missing is named, with what to do."""
    desk.list("all,甲,jia@example.org,zip,other", head="area,name,address,gets,report")
    assert "has no recipient for report small-2024" in send().text
    desk.recipients.unlink()
    assert "recipients.example.csv" in send().text
    desk.recipients.symlink_to("/etc/hostname")
    assert "is a link that leads out of its folder" in send().text
