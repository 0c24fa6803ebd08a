# From the report as it comes to its metrics, and to what may stand beside what.


rule parse_report:
    input:
        source=lambda wildcards: REPORTS[wildcards.report],
        facts=lambda wildcards: facts_beside(REPORTS[wildcards.report]),
    output:
        cleaned=f"{OUT}/{{report}}/cleaned.txt",
        report=f"{OUT}/{{report}}/report.json",
        areas=f"{OUT}/{{report}}/areas.csv",
    log:
        f"{OUT}/{{report}}/logs/parse.log",
    params:
        code=code_of("parse"),
        given=contents_of(
            lambda wildcards: REPORTS[wildcards.report],
            lambda wildcards: facts_beside(REPORTS[wildcards.report]),
        ),
        facts=lambda wildcards, input: ["--facts", *input.facts] if input.facts else [],
    message:
        "{wildcards.report}: reading the report"
    shell:
        "briefing parse --source {input.source:q} {params.facts:q} --cleaned {output.cleaned:q} --report {output.report:q}"
        " --areas {output.areas:q} > {log:q} 2>&1"


rule extract_metrics:
    input:
        cleaned=f"{OUT}/{{report}}/cleaned.txt",
        report=f"{OUT}/{{report}}/report.json",
    output:
        metrics=f"{OUT}/{{report}}/found/metrics.csv",
        findings=f"{OUT}/{{report}}/found/findings.csv",
        numerals=f"{OUT}/{{report}}/numerals.csv",
    log:
        f"{OUT}/{{report}}/logs/extract.log",
    params:
        code=code_of("extract"),
    message:
        "{wildcards.report}: finding the metrics"
    shell:
        "briefing extract --cleaned {input.cleaned:q} --report {input.report:q} --metrics {output.metrics:q}"
        " --findings {output.findings:q} --numerals {output.numerals:q} > {log:q} 2>&1"


# Under found/ stands what the program says by itself; beside it what holds after people have corrected it.
rule apply_review:
    input:
        cleaned=f"{OUT}/{{report}}/cleaned.txt",
        report=f"{OUT}/{{report}}/report.json",
        metrics=f"{OUT}/{{report}}/found/metrics.csv",
        findings=f"{OUT}/{{report}}/found/findings.csv",
        review=lambda wildcards: review_beside(REPORTS[wildcards.report]),
    output:
        expand(
            f"{OUT}/{{{{report}}}}/{{table}}.csv",
            table=[
                "metrics",
                "comparisons",
                "groupings",
                "findings",
                "assignments",
                "review",
                "remarks",
            ]
            + ["found/comparisons", "found/groupings"],
        ),
    log:
        f"{OUT}/{{report}}/logs/review.log",
    params:
        code=code_of("review"),
        given=contents_of(lambda wildcards: review_beside(REPORTS[wildcards.report])),
        folder=subpath(input.cleaned, parent=True),
        review=lambda wildcards, input: (
            ["--review", *input.review] if input.review else []
        ),
    message:
        "{wildcards.report}: applying the review, pairing targets with results"
    shell:
        "briefing review --cleaned {input.cleaned:q} --report {input.report:q} --metrics {input.metrics:q}"
        " --findings {input.findings:q} {params.review:q} --output {params.folder:q} > {log:q} 2>&1"


# 完成情况: the targets of last year's report of the same place against this year's results; no row where there is none.
rule complete_targets:
    input:
        cleaned=f"{OUT}/{{report}}/cleaned.txt",
        report=f"{OUT}/{{report}}/report.json",
        metrics=f"{OUT}/{{report}}/metrics.csv",
        groupings=f"{OUT}/{{report}}/groupings.csv",
        last=YEARS.last("cleaned.txt", "report.json", "metrics.csv"),
    output:
        f"{OUT}/{{report}}/completions.csv",
    log:
        f"{OUT}/{{report}}/logs/completion.log",
    params:
        code=code_of("completion"),
        last=lambda wildcards, input: (
            ["--last", str(Path(input.last[0]).parent)] if input.last else []
        ),
    message:
        "{wildcards.report}: setting last year's targets against the results"
    shell:
        "briefing completion --cleaned {input.cleaned:q} --report {input.report:q} --metrics {input.metrics:q}"
        " --groupings {input.groupings:q} {params.last:q} --output {output:q} > {log:q} 2>&1"
