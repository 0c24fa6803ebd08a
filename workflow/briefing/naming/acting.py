"""What is done, in the words of a clause: its verbs, the adverbs before them and what only leads from the thing to its number."""

from __future__ import annotations

import re

# Verbs without which a count is another: 新增 is not what there is, 谋划 not what was built.
VERBS = (
    "新增 净增 新建 新改建 新改扩建 改扩建 改建 扩建 续建 共建 联建 建成 建设(?!用地) 撤销 布局调整 配合 修建 新修 新增设(?!施|备) 修缮 改造(?!试点) 提升 完成 打造 创建 争创 培育 培植 孵化 招商引进 引进 引育 招引 签约 开工 竣工 "
    "投产 投用 启动 实施(?!类) 推进 推动 推广 发放 拨付 减免 清偿 办理 办结 受理 化解 解决 查处 破获 侦破 打掉 抓获 拆除 清理 整治 打通 入库(?!率) 压减 压采 关停 关闭 复绿 淘汰 取缔 治理 修复 栽植 "
    "转移(?!支付) 培训(?!班|机构) 带动 吸纳 安置(?!区|房) 资助 救助 帮扶 选派 派出 抽调 追回 追缴 登记(?!失业|率|制|结婚) 选聘 招聘 聘请 举办 开展 组织 承办 接待 推出 出台 制定 修订 发布 认定 获评 获批 入选 荣获 争取到位 争取到? "
    "筹集 筹措 供应 供给 收储 盘活 流转 储备(?!库|粮) 谋划 承接 拥有 现有 集聚 入驻 设立 组建 建立 开通 开行 投放 加装 安装 配备 增设 新设 新开 检查 排查 整改 落实 安排 增发(?!电) "
    "兑现 惠及 稳定(?!性) 释放 出让 征收 交付 推选 评选 命名 支持 扶持 减少 发展 铺设 更新 下达 获得 服务(?!业|贸易|外包|消费|中心|站|平台) 选树 汇聚 消纳 覆盖 挽回 回应 认证 打击 退出 削减 裁减 统筹(?!城乡) 提质升级 挖掘 表彰 种植(?!大?户|业|面积|基地|结构|合作|园|区|产业|规模) 建(?!筑|制|档) 改(?!革|造)"
).split()
VERB = re.compile(rf"^(?:累计)?(?:新(?!能源|型|材料|兴|农|质))?(?:(?:{'|'.join(VERBS)})(?:和|、|并)?)+(?:到|了|好)?")
LAST_VERB = re.compile(rf"(?:{'|'.join(VERBS)})$")
ANY_VERB = re.compile("|".join(one for one in VERBS if len(one) > 2 or one.isalpha()))
# How and until when, which the head of a table says or no table needs. 累计 stays: it tells of more than a year.
_ADVERBS = re.compile(
    rf"^(?:[①-⑳]|其中|免费(?=[为给对向])|尤其是|特别是|第一时间|果断|有效(?=处置|应对|化解)|争分夺秒|同步|高质量|我们|力争|确保|保证(?!金)|务必|拟(?:安排|发行|新增安排|下达)|争取(?=全年|年内|今年|新?(?:{'|'.join(VERBS)}))|努力|计划|预计|全年|今年(?:底前?)?|年内|年底前?|上半年|到年底|(?:到|至)?20\d\d年(?:底|末)?(?!以前|以来|前)|及时|足额|全力|着力|大力|积极|加快|持续|继续|稳步|有序|重拳|严厉|"
    r"圆满|超额|高标准|(?:到|至)?达到|我[省市区县州镇乡](?!域)|共计|共(?!同|建|享|有)|已经?(?!下)|再|还|将|要|与[^，；。]{1,6}?(?=共建|联建))+"
)
_DEGREES = r"(?<![下到])达到?(?!标)|达成|(?<!行)为|突破|超过?|约|(?<![附临邻靠最])近|增至|升至|降至|提高到|提升到|提速至|扩大到|发展到|增加到|稳定在|保持在|控制在|不低于|不少于|不超过|力争|确保|预计|全部|均|共计|共|已|各|同比|了"
COPULAS = re.compile(rf"(?:{_DEGREES}|完成|实现)+$")
ONLY_DEGREES = re.compile(rf"(?:{_DEGREES})+$")
TOTAL = re.compile(r"累计(?:已|共)?(?:达到?|完成|实现|为|共|超过?|突破|[^，；。、\d]{0,2})?$")


def does(name: str) -> bool:
    """Whether ``name`` begins with the verb of what is done: 引进青年人才."""
    return bool(VERB.match(re.sub(r"^\d+年", "", name)))


def other_deed(name: str, beside: str) -> str:
    """What is done by ``name`` where ``beside``, which names the same thing, does otherwise: 建成 of 建成高标准农田 beside 新建高标准农田;
    empty where both do the same or one of them tells of no deed. 新引进 is 引进."""
    own, other = _deed(name), _deed(beside)
    alike = own and other and (_plainly(own) in beside or _plainly(other) in name)
    return "" if alike or not other else own


def _deed(name: str) -> str:
    found = VERB.match(re.sub(r"^\d+年", "", name))
    return found[0].rstrip("和、并") if found else ""


def _plainly(deed: str) -> str:
    return deed.removeprefix("新") if len(deed) > 2 else deed


def bare(text: str, copulas: re.Pattern[str] = COPULAS) -> str:
    """``text`` without adverbs before it and ``copulas`` behind it."""
    text = _ADVERBS.sub("", text.strip("、"))
    return copulas.sub("", TOTAL.sub("", text) or text)
