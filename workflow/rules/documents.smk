# The story of one area, the two documents made of it, and their audit.


rule compose_brief:
    input:
        report=f"{OUT}/{{report}}/report.json",
        metrics=f"{OUT}/{{report}}/metrics.csv",
        comparisons=f"{OUT}/{{report}}/comparisons.csv",
        groupings=f"{OUT}/{{report}}/groupings.csv",
        charts=f"{OUT}/{{report}}/charts.json",
        findings=f"{OUT}/{{report}}/findings.csv",
    output:
        f"{OUT}/{{report}}/briefs/{{area}}.json",
    log:
        f"{OUT}/{{report}}/logs/brief-{{area}}.log",
    params:
        code=code_of("brief"),
    message:
        "{wildcards.report} ({wildcards.area}): composing the brief"
    shell:
        "briefing brief --report {input.report:q} --metrics {input.metrics:q} --comparisons {input.comparisons:q}"
        " --groupings {input.groupings:q} --charts {input.charts:q} --findings {input.findings:q}"
        " --area {wildcards.area} --output {output:q} > {log:q} 2>&1"


rule fill_summary:
    input:
        brief=f"{OUT}/{{report}}/briefs/{{area}}.json",
        template=TEMPLATES.used("summary.docx"),
        pictures=PRODUCTS.pictures,
    output:
        f"{OUT}/{{report}}/summaries/{{area}}.docx",
    log:
        f"{OUT}/{{report}}/logs/summary-{{area}}.log",
    params:
        code=code_of("summary"),
    message:
        "{wildcards.report} ({wildcards.area}): filling the Word summary"
    shell:
        "briefing summary --template {input.template:q} --brief {input.brief:q} --pictures {input.pictures:q}"
        " --output {output:q} > {log:q} 2>&1"


rule fill_deck:
    input:
        brief=f"{OUT}/{{report}}/briefs/{{area}}.json",
        template=TEMPLATES.used("deck.pptx"),
    output:
        f"{OUT}/{{report}}/decks/{{area}}.pptx",
    log:
        f"{OUT}/{{report}}/logs/deck-{{area}}.log",
    params:
        code=code_of("deck"),
    message:
        "{wildcards.report} ({wildcards.area}): filling the PowerPoint deck"
    shell:
        "briefing deck --template {input.template:q} --brief {input.brief:q} --output {output:q} > {log:q} 2>&1"


rule audit_documents:
    input:
        brief=f"{OUT}/{{report}}/briefs/{{area}}.json",
        report=f"{OUT}/{{report}}/report.json",
        cleaned=f"{OUT}/{{report}}/cleaned.txt",
        metrics=f"{OUT}/{{report}}/metrics.csv",
        summary=f"{OUT}/{{report}}/summaries/{{area}}.docx",
        deck=f"{OUT}/{{report}}/decks/{{area}}.pptx",
        pictures=PRODUCTS.pictures,
    output:
        f"{OUT}/{{report}}/audits/{{area}}.json",
    log:
        f"{OUT}/{{report}}/logs/audit-{{area}}.log",
    params:
        code=code_of("audit"),
    message:
        "{wildcards.report} ({wildcards.area}): auditing both documents"
    shell:
        "briefing audit --brief {input.brief:q} --report {input.report:q} --cleaned {input.cleaned:q}"
        " --metrics {input.metrics:q} --summary {input.summary:q} --deck {input.deck:q}"
        " --pictures {input.pictures:q} --output {output:q} > {log:q} 2>&1"
