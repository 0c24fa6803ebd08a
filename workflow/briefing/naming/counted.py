"""A number with its measure word, wherever it stands in a clause."""

from __future__ import annotations

import re

NUMBER = r"\d[\d,.]*(?:[-—～~至到]\d[\d,.]*)?[万亿千百多余几]*"
_WORDS = "个家户名人所座处条台套栋幢项件起宗次场批期支部册张头只株棵亩元吨斤米度辆艘架列班篇首幅块片段层间方倍成位类种门口岁天届轮份笔例对组眼%‰标"
UNIT = rf"(?:平方公里|平方米|立方米|公里|千瓦时?|人次|处次|家次|个百分点|公顷|美元|平米|台（[^）]*）|套（[^）]*）|[{_WORDS}])?(?:以上|以下|左右)?"
COUNTED = re.compile(
    rf"(?<![A-Za-z“+第\d.]){NUMBER}(?!A+级|G(?![A-Za-z])|政务|便民|市民|热线|号|国道|省道|级|类|年|月|日|大方面|个?方面|版|\.?\d){UNIT}"
)
