"""Where a title may break: after its marks, else between phrases, never inside a word (GB/T 9704-2012, 7.3.1)."""

from __future__ import annotations

import math
import re
from functools import cache
from typing import Any

import budoux

from briefing.assemble.widths import lines_in
from briefing.assemble.widths import set_ems as ems

_MARKS = "，、；：—"
# Common words of official Chinese that BudouX parts now and then: it knows no words, only which signs begin a phrase.
_WORDS = frozenset(
    "建设 推进 实施 加快 创新 改革 加强 坚持 全面 深化 开展 落实 打造 安全 科技 群众 支持 以上 生态 治理 水平 机制 现代 实现 重大 农村 强化 民生"
    " 综合 促进 设施 就业 能力 战略 风险 大力 保护 攻坚 试点 扩大 整治 坚决 更加 区域 数字 建成 扎实 新型 平台 增强 时代 目标 制造 城乡 加大 融合"
    " 规模 行政 能源 协同 健康 监管 居民 全力 升级 一体 财政 谋划 创建 旅游 力度 高效 取得 巩固 卫生 利用 农民 突破 决策 突出 部署 汽车 法治 大会"
    " 引领 空间 拓展 形成 壮大 需求 责任 聚焦 更新 底线 干部 人口 防范 围绕 开工 学习 常态 协调 充分 动力 帮扶 民营 品牌 低碳 一般 文明 民主 体制"
    " 儿童 举办 美丽 系列 有力 幸福 支撑 探索 防治 引进 学校 始终 互联 明显 成绩 指标 文件 休闲 公司 确保 推广 激发 体系 污水 扩建 学位 示范 设计"
    " 参与 跨境 信用 业务 狠抓 扶贫 钢铁 工商 改建 绿化 垃圾 公园 事故 服务 构建 传承 供应 应链 产业 业链 消费 费品 企业 立方 乡村 指数 电桩 项目"
    " 宜居 宜业 发展 经济 社会 工程 资金 投资 增长 保障 提升 质量 基础 管理 环境 教育 医疗 养老 文化 创业 技术 市场 金融 交通 公路 铁路 电站"
    " 坚强 优质 改造 完成 任务 公立 医院 疾控 中心 提供 统筹 人才 国家 城市 农业 工业 地区 收入 社区 数据 智能 绿色 平安 稳定 活动 优化 完善 组织 工作 重点 特色".split()
)
_CHAINS = re.compile(r"[业应金才新]链(?![主条长式接上群])")  # 产业链, 供应链 and their like end a word
_IN_NUMBER = re.compile(r"[\d.][\d.%‰]")
# Behind these no line ends: a number keeps its magnitude and unit.
_NUMBER = re.compile(r"\d[万亿千百]*$")


def title_lines(title: str, longest: float) -> list[str]:
    """``title`` in as few lines of at most ``longest`` ems as it needs, of like length, broken by meaning.

    A break goes behind a comma or its like where one stands near enough, else between phrases as BudouX finds them.
    A single phrase longer than a line is left whole.
    """
    if ems(title) <= longest:
        return [title]
    count = math.ceil(ems(title) / longest)
    while count <= len(title):
        lines = _parted(title, count, longest)
        if lines:
            return lines
        count += 1
    return [title]


def cell_lines(text: str, longest: float) -> str:
    """``text`` with its breaks, for a narrow cell: by meaning where that takes no line more than breaking anywhere does."""
    lines = title_lines(text, longest)
    return "\n".join(lines) if len(lines) <= lines_in(text, longest) else text


def _parted(title: str, count: int, longest: float) -> list[str] | None:
    lines = []
    rest = title
    for left in range(count, 1, -1):
        ideal = ems(rest) / left
        best = min(
            # What is left has to find room in the lines that are left.
            (at for at in _breaks(rest) if ems(rest[:at]) <= longest and ems(rest[at:]) <= longest * (left - 1)),
            key=lambda at: abs(ems(rest[:at]) - ideal) - (longest / 3 if rest[at - 1] in _MARKS else 0),
            default=None,
        )
        if best is None:
            return None
        lines.append(rest[:best])
        rest = rest[best:]
    return [*lines, rest] if ems(rest) <= longest or len(_breaks(rest)) == 0 else None


def _breaks(text: str) -> list[int]:
    places = {at + 1 for at, one in enumerate(text[:-1]) if one in _MARKS}
    places |= {found.end() for found in _CHAINS.finditer(text)}
    at = 0
    for phrase in _parser().parse(text)[:-1]:
        at += len(phrase)
        places.add(at)
    inside = 0
    depths = []
    for one in text:
        inside += one in "“‘《（"
        inside -= one in "”’》）"
        depths.append(inside)
    # Never inside quotation marks or brackets, never before a closing mark.
    return sorted(
        at
        for at in places
        if 0 < at < len(text)
        and depths[at - 1] == 0
        and text[at] not in "，。、；：”’》）—"
        and text[at - 1 : at + 1] not in _WORDS
        and not _IN_NUMBER.match(text[at - 1 : at + 1])
        and not _NUMBER.search(text[:at])
    )


@cache
def _parser() -> Any:
    return budoux.load_default_simplified_chinese_parser()
