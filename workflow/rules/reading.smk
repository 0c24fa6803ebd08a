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
        metrics=f"{OUT}/{{report}}/metrics.csv",
        findings=f"{OUT}/{{report}}/findings.csv",
    log:
        f"{OUT}/{{report}}/logs/extract.log",
    params:
        code=code_of("extract"),
    message:
        "{wildcards.report}: finding the metrics"
    shell:
        "briefing extract --cleaned {input.cleaned:q} --report {input.report:q} --metrics {output.metrics:q}"
        " --findings {output.findings:q} > {log:q} 2>&1"


rule compare_years:
    input:
        cleaned=f"{OUT}/{{report}}/cleaned.txt",
        report=f"{OUT}/{{report}}/report.json",
        metrics=f"{OUT}/{{report}}/metrics.csv",
    output:
        comparisons=f"{OUT}/{{report}}/comparisons.csv",
        groupings=f"{OUT}/{{report}}/groupings.csv",
    log:
        f"{OUT}/{{report}}/logs/compare.log",
    params:
        code=code_of("compare"),
    message:
        "{wildcards.report}: setting last year beside this year"
    shell:
        "briefing compare --cleaned {input.cleaned:q} --report {input.report:q} --metrics {input.metrics:q}"
        " --comparisons {output.comparisons:q} --groupings {output.groupings:q} > {log:q} 2>&1"
