"""Full stops that end nothing: no sentence is cut there, and a person is asked."""

from __future__ import annotations

import re

# A stop that ends nothing, as a scan puts it: 控制在7.5%。以内；, 人口出生率11.66%。，. 以上 before a comma may begin a sentence (以上，是…).
STRAY_STOP = re.compile(
    r"。(?=[，、；])|(?<=[\d%‰])。(?=(?:以内|之内|左右)(?:[，、；。]|$)|以[上下](?:[；。]|$))", re.MULTILINE
)
