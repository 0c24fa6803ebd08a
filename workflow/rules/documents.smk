# The story of one area, the two documents made of it, and their audit.


rule compose_brief:
    input:
        # Not their dates but the mark of this area's Brief tells whether it has to be composed again: a correction in one
        # area leaves the documents of the others alone.
        report=ancient(f"{OUT}/{{report}}/report.json"),
        metrics=ancient(f"{OUT}/{{report}}/metrics.csv"),
        comparisons=ancient(f"{OUT}/{{report}}/comparisons.csv"),
        groupings=ancient(f"{OUT}/{{report}}/groupings.csv"),
        charts=ancient(PRODUCTS.chosen),
        findings=ancient(f"{OUT}/{{report}}/findings.csv"),
        assignments=ancient(f"{OUT}/{{report}}/assignments.csv"),
        completions=ancient(f"{OUT}/{{report}}/completions.csv"),
    output:
        f"{OUT}/{{report}}/briefs/{{area}}.json",
    log:
        f"{OUT}/{{report}}/logs/brief-{{area}}.log",
    params:
        code=code_of("brief"),
        brief=PRODUCTS.brief_mark,
    message:
        "{wildcards.report} ({wildcards.area}): composing the brief"
    shell:
        "briefing brief --report {input.report:q} --metrics {input.metrics:q} --comparisons {input.comparisons:q}"
        " --groupings {input.groupings:q} --charts {input.charts:q} --findings {input.findings:q}"
        " --assignments {input.assignments:q} --completions {input.completions:q} --area {wildcards.area} --output {output:q} > {log:q} 2>&1"


# First of all: a broken template stops the documents that would be filled with it, with everything that is wrong with it.
rule check_template:
    input:
        template=lambda wildcards: TEMPLATES.used(wildcards.document)(wildcards),
    output:
        f"{OUT}/{{report}}/logs/checked-{{document}}",
    log:
        f"{OUT}/{{report}}/logs/check-{{document}}.log",
    params:
        code=code_of("templates"),
        given=contents_of(
            lambda wildcards: TEMPLATES.used(wildcards.document)(wildcards)
        ),
        template=TEMPLATES.asked,
    message:
        "{wildcards.report}: checking the template {wildcards.document}"
    shell:
        "briefing templates check {params.template:q} --allow-looks --output {output:q} > {log:q} 2>&1"


rule fill_summary:
    input:
        checked=f"{OUT}/{{report}}/logs/checked-summary.docx",
        brief=f"{OUT}/{{report}}/briefs/{{area}}.json",
        template=TEMPLATES.used("summary.docx"),
        pictures=PRODUCTS.pictures,
    output:
        f"{OUT}/{{report}}/summaries/{{area}}.docx",
    log:
        f"{OUT}/{{report}}/logs/summary-{{area}}.log",
    params:
        code=code_of("summary"),
        given=contents_of(TEMPLATES.used("summary.docx")),
    message:
        "{wildcards.report} ({wildcards.area}): filling the Word summary"
    shell:
        "briefing summary --template {input.template:q} --brief {input.brief:q} --pictures {input.pictures:q}"
        " --output {output:q} > {log:q} 2>&1"


rule fill_deck:
    input:
        checked=f"{OUT}/{{report}}/logs/checked-deck.pptx",
        brief=f"{OUT}/{{report}}/briefs/{{area}}.json",
        template=TEMPLATES.used("deck.pptx"),
    output:
        f"{OUT}/{{report}}/decks/{{area}}.pptx",
    log:
        f"{OUT}/{{report}}/logs/deck-{{area}}.log",
    params:
        code=code_of("deck"),
        given=contents_of(TEMPLATES.used("deck.pptx")),
    message:
        "{wildcards.report} ({wildcards.area}): filling the PowerPoint deck"
    shell:
        "briefing deck --template {input.template:q} --brief {input.brief:q} --output {output:q} > {log:q} 2>&1"


# One start of LibreOffice for both. It prints what is there; whether an area has packs is told by its audit.
rule print_documents:
    input:
        report=ancient(f"{OUT}/{{report}}/report.json"),  # its date alone, which both documents bear too
        summary=f"{OUT}/{{report}}/summaries/{{area}}.docx",
        deck=f"{OUT}/{{report}}/decks/{{area}}.pptx",
    output:
        f"{OUT}/{{report}}/summaries/{{area}}.pdf",
        f"{OUT}/{{report}}/decks/{{area}}.pdf",
    log:
        f"{OUT}/{{report}}/logs/pdf-{{area}}.log",
    params:
        code=code_of("pdf"),
    message:
        "{wildcards.report} ({wildcards.area}): printing both documents to PDF"
    shell:
        "briefing pdf --report {input.report:q} --summary {input.summary:q} --deck {input.deck:q}"
        " --output {output:q} > {log:q} 2>&1"


rule audit_documents:
    input:
        brief=f"{OUT}/{{report}}/briefs/{{area}}.json",
        report=f"{OUT}/{{report}}/report.json",
        cleaned=f"{OUT}/{{report}}/cleaned.txt",
        metrics=ancient(f"{OUT}/{{report}}/metrics.csv"),  # what of them the area shows is in its Brief
        summary=f"{OUT}/{{report}}/summaries/{{area}}.docx",
        deck=f"{OUT}/{{report}}/decks/{{area}}.pptx",
        pictures=PRODUCTS.pictures,
        last=YEARS.last("cleaned.txt"),
    output:
        f"{OUT}/{{report}}/audits/{{area}}.json",
    log:
        f"{OUT}/{{report}}/logs/audit-{{area}}.log",
    params:
        code=code_of("audit"),
        last=lambda wildcards, input: (["--last", *input.last] if input.last else []),
    message:
        "{wildcards.report} ({wildcards.area}): auditing both documents"
    shell:
        "briefing audit --brief {input.brief:q} --report {input.report:q} --cleaned {input.cleaned:q}"
        " --metrics {input.metrics:q} --summary {input.summary:q} --deck {input.deck:q}"
        " --pictures {input.pictures:q} {params.last:q} --output {output:q} > {log:q} 2>&1"
