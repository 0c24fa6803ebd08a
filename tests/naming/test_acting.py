"""What a name says was done, beside the other year's name of the same thing."""

from __future__ import annotations

import pytest

from briefing.naming.acting import other_deed


@pytest.mark.parametrize(
    ("name", "beside", "deed"),
    [
        ("建成高标准农田", "新建高标准农田", "建成"),
        ("创建省级和美乡村", "打造省级和美乡村", "创建"),
        ("新建和改造提升高标准农田", "新建改造高标准农田", "新建和改造提升"),
        ("建成高标准农田", "完成高标准农田建设", "建成"),
        # The same, or a name that tells of no deed.
        ("引进顶尖人才", "新引进顶尖人才", ""),
        ("城镇新增就业", "实现新增城镇就业", ""),
        ("新增城镇就业", "城镇新增就业", ""),
        ("养老参保率", "养老保险参保率", ""),
    ],
)
def test_a_deed_is_told_where_the_other_year_did_otherwise(name: str, beside: str, deed: str) -> None:
    assert other_deed(name, beside) == deed
