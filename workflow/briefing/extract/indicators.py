"""Which words name what a quantity measures: the object before it, the noun behind it, or what the list carries over."""

from __future__ import annotations

import re
from dataclasses import dataclass

from briefing.extract.kinds import FALL, RISE

_GROWTH = re.compile(
    rf"^(?P<subject>.*?)(?P<word>同比增长|平均增长|年均增长|{RISE}|{FALL})(?:了|率|幅度)?(?:均|约|近|超过?|达到?|为|到|至|保持在|稳定在|控制在|高于|分别)*$"
)
_GROWTH_NAMES = {
    "同比增长": "增长",
    "平均增长": "增长",
    "年均增长": "年均增长",
    "增速": "增速",
    "涨幅": "涨幅",
    "增幅": "增幅",
    "降幅": "降幅",
}
# Words before the noun that say when, how or that something was done; stripped so that the noun stands alone.
_ADVERBS = (
    "预计 力争 确保 努力 争取 累计 分别 其中 年内 今年 去年 全年 全年的 同时 并 还 再 又 已 已经 将 要 共 共计 总计 合计 达 达到 实现 为 是 有 约 近 超 超过 突破 均 高标准 高质量 高效 高水平 新 稳步 "
    "扎实 积极 持续 加快 全力 全面 大力 深入 着力 统筹 有序 顺利 先后 连续 年均 平均 同比 比上年 较上年 高达 多达 保持在 稳定在 控制在 达成 完成率 主动 成功 圆满 强力 逐步 进一步 率先 重点 精心 "
    "截至目前 目前 到年底 年底前 年底 上半年 下半年 五年来 一年来 过去一年 过去五年 增至 提高到 提升到 提升至 提高至 增加到 增加至 增长到 扩大到 下降到 下降至 降至 降到 减少到 升至 上升到 发展到 覆盖 "
    "不断 力求 确定 首次 总共 平均每 现有 共有 已有 至 到 在 对 向 把 由 从 与 和 及 或 以 按 用 被 让 使 给 为全区 涉及 包括 包含 其 该 我们 我县 我区 我市 我省 全县 全区 全市 全省 全国"
).split()
_VERBS = (
    "新增 新建 建成 建设 完成 打造 培育 培养 培育引进 引进 发放 投入 争取 推进 推动 实施 改造 新改建 新改扩建 新建改建 改扩建 改建 扩建 创建 创成 建立 设立 开工 开工建设 启动 交付 新培育 新认定 认定 发展 支持 谋划 "
    "谋划实施 储备 签约 落地 落实 安排 争取到 获批 获评 获得 荣获 入选 举办 开展 组织 办理 受理 解决 化解 整治 治理 清理 拆除 打通 新修 修建 铺设 提升 改造提升 提升改造 提档升级 更新 更新改造 栽植 植树 造林 绿化 "
    "流转 盘活 收储 供应 供给 供地 出让 征收 安置 回迁安置 帮扶 救助 资助 培训 转移 转移就业 带动 吸纳 安置就业 筹集 筹措 募集 减免 减税降费 兑现 拨付 下达 支付 化解债务 追回 挽回 查处 打掉 破获 抓获 "
    "接待 吸引 服务 接听 回应 公开 制定 修订 出台 审议 制定修订 发布 推出 建 建好 抓好 布局 布设 新装 加装 安装 新加装 配备 配置 购置 购买 新购 投放 运营 开通 开行 新开 开设 投用 投产 竣工 竣工投产 建成投用 "
    "建成投产 主体完工 续建 实现营收 营收 销售 出口 引育 集聚 聚集 汇聚 入驻 注册 孵化 选派 招录 招聘 招引 选聘 派出 抽检 检查 排查 整改 督办 评选 表彰 命名 命名表彰 挖掘培育 推广 种植 养殖 播种 治理修复 修复 "
    "生态补水 补水 补助 补贴 奖励 扶持 惠及 保障 保护 巩固 消化 处置 盘活利用 腾退 关停 淘汰 取缔 压减 释放 打造提升 重点打造 筹建 共建 联建 承接 对接 洽谈 举行 承办 主办 参与 开发 研发 攻克 突破 转化 达成 授权 "
    "申报 申请 备案 上榜 位居 位列 排名 列 居 占 聚焦 围绕 抓实 做好 力促 促成 促进 优化 新发展 新签约 新开工 新入库 入库 纳入 纳统 入统 上市 挂牌 "
).split()
_STRIP = re.compile("^(?:" + "|".join(sorted(map(re.escape, _ADVERBS), key=len, reverse=True)) + ")")
_STRIP_VERB = re.compile("^(?:" + "|".join(sorted(map(re.escape, _VERBS), key=len, reverse=True)) + ")(?:了|好|出)?")
_ONLY_WORDS = re.compile(
    "^(?:(?:" + "|".join(sorted(map(re.escape, _ADVERBS + _VERBS), key=len, reverse=True)) + ")(?:了|好)?)*$"
)
_TRAIL = re.compile(
    r"(?:达到?|实现|完成|为|超过?|突破|约|近|共|分别|均|预计|累计|总计|共计|达成|力争|保持在|稳定在|控制在|不低于|不少于|不超过|增至|提高到|提升到|提升至|提高至|增加到|增加至|增长到|扩大到|下降到|下降至|降至|降到|减少到|升至|"
    r"发展到|有|到|至|在|是|以|用|了|的|高达|多达|仅|已|将|新|由|从|比|较|要|确保|超额|每年|年|全年|位居|位列|排名|排|居|列|上榜|涉及|覆盖|带动|惠及|投入|获|稳居|保持|超出|逾|不足|低于|高于)+$"
)
_LIST = re.compile(r"^.{2,}(?:等|和|及|以及)(?=.{2,})")
# A noun behind the quantity ends where the sentence goes on about it.
_RIGHT_END = re.compile(
    r"[，。；：！？（]|、(?=[^、]{0,14}\d)|(?:落地|投产|竣工|开工|建成|完工|投用|投入使用|达产|全部|正式|陆续|主体|封顶|获|入选|荣获|被|上市|成为|实现|达到|覆盖|通过|纳入|进入|完成|加快|顺利|有序|正在|已|均|稳步|"
    r"得到|取得|启动|推进|建设工程|同比|增长|下降|提高|占|超过?|位居|用于|以上|左右|，)"
)
_RIGHT_VERB = re.compile(
    r"^(?:[，。；、：）”！？]|的?(?:增长|下降|提高|提升|增速|左右|以上|以内|以下)|$|和\d|及\d|同比|全部|，|以及|或|与\d|到|至|其中|均|用于|为|，|增加|减少|完成|建成|投产|竣工|开工|实现|获|入选|达|落地|分别|位居|位列|居|列|排|超|较|比|高于|低于|并|且|已|正|被|可|将|在|是|由|从|对|向|占|覆盖)"
)


@dataclass(frozen=True)
class Context:
    """The words around one quantity inside its clause; ``carried`` is what the list before it named."""

    left: str
    right: str
    unit: str
    carried: str  # the noun of the quantity before, in the same sentence
    opened: str  # the clause before this one, when this one starts with the quantity


def indicator_of(context: Context) -> tuple[str, str]:
    """(indicator, base): the indicator to print and the noun that a following list item may carry over."""
    left, right = _clean(context.left), context.right
    growth = _GROWTH.match(left)
    if growth and context.unit in ("%", "‰", "个百分点", "倍", "元", "亿元"):
        subject = _noun(growth["subject"]) or context.carried or _noun(context.opened)
        word = _GROWTH_NAMES.get(growth["word"], growth["word"])
        if word in ("新增", "净增") and context.unit not in ("%", "个百分点"):
            return (_finish(_behind(right) or subject), subject)
        if context.unit not in ("%", "‰", "个百分点", "倍") and re.search(r"(?:到|至|为)$", left):
            return _finish(subject), subject
        if context.unit in ("%", "‰") and re.search(rf"(?:{RISE}|{FALL})(?:到|至)$", left):
            return _finish(subject), subject
        return _finish(subject + word), subject
    share = re.match(
        r"^(?P<subject>.*?)占(?P<whole>.*?)(?:的?(?:比重|比例|比))?(?:达到?|为|超过?|约|近|提高到|提升到|提升至)*$",
        left,
    )
    if share and context.unit in ("%", "倍"):
        subject = _noun(share["subject"]) or context.carried
        whole = share["whole"].removesuffix("的")
        return _finish(f"{subject}占{whole}比重" if whole else f"{subject}占比"), subject
    behind = "" if context.unit in ("%", "‰", "个百分点", "位") else _behind(right)
    noun = _noun(left)
    if behind and (context.unit != "元" or not noun):
        if right.startswith("的") and noun:
            return _finish(noun), noun
        return _finish(behind), behind
    if noun:
        return _finish(noun), noun
    if left and _ONLY_WORDS.match(left) and context.carried and not _starts_with_noun(left):
        joined = (
            context.carried
            if re.fullmatch(r"(?:达到?|共|为|分别|其中|累计)*", left)
            else context.carried + _verb_tail(left)
        )
        return _finish(joined), context.carried
    bare = _noun(context.opened) if not left else ""
    base = context.carried or bare or left or _behind(right)
    return _finish(base), base


def _clean(text: str) -> str:
    text = re.sub(r"^[）”》\s]+", "", text)
    if text.count("“") < text.count("”"):
        text = text.split("”")[-1] if not text.split("”")[0] else text
    return text


def _starts_with_noun(text: str) -> bool:
    return bool(re.match(r"[A-Za-z“《]", text))


def _verb_tail(left: str) -> str:
    return re.sub(r"^(?:其中|累计|共|又|再|还)+", "", left)


def _noun(text: str) -> str:
    """The noun phrase that ends a clause, without the adverbs and verbs before it and the copulas behind it."""
    text = _TRAIL.sub("", text)
    for _ in range(6):
        before = text
        text = _STRIP.sub("", text)
        if text and not _whole_word(text):
            text = _STRIP_VERB.sub("", text) if len(_STRIP_VERB.sub("", text)) >= 2 else text
        if text == before:
            break
    text = re.sub(r"^.*?(?:20\d\d年|年底|月底|以来|期间|方面)，?(?=.{2,})", "", text)
    parts = re.split(r"等(?=[^级待候奖额候]{2,})", text)
    if len(parts) > 1 and len(parts[-1]) >= 2:
        text = parts[-1]
    return re.sub(r"^(?:的|地|得|了|等|个|和|及|与|对|将|并|在|为|以|由|从|向|把)+(?=.{2,})", "", text)


def _whole_word(text: str) -> bool:
    """``发展``, ``供热`` … as a noun of its own must not be stripped to nothing."""
    return len(text) <= 2


def _behind(right: str) -> str:
    """The noun right behind the quantity, or nothing when the sentence goes on with a verb or a stop."""
    right = right.removeprefix("的")
    if _RIGHT_VERB.match(right):
        return ""
    end = _RIGHT_END.search(right, 1)
    noun = right[: end.start()] if end else right
    if noun.count("“") > noun.count("”"):
        close = right.find("”", len(noun))
        noun = right[: close + 1] if 0 <= close < len(noun) + 20 else noun.split("“")[0]
    noun = re.sub(r"(?:等|和|及|的|与|、|为)$", "", noun)
    return noun if len(noun) >= 2 else ""


def _finish(text: str) -> str:
    text = text.strip("，。；：、 —-")
    for opening, closing in ("“”", "（）", "《》"):
        if text.count(opening) > text.count(closing):
            text = (
                text.replace(opening, "", 1)
                if text.startswith(opening) or text.endswith(opening)
                else text.split(opening)[-1]
            )
        elif text.count(closing) > text.count(opening):
            text = text.split(closing)[-1] or text.replace(closing, "")
    return text[-40:] if len(text) > 40 else text
