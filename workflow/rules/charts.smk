# Which charts, and with them which areas and packs, is known only after reading: the one checkpoint.


checkpoint choose_charts:
    input:
        cleaned=f"{OUT}/{{report}}/cleaned.txt",
        report=f"{OUT}/{{report}}/report.json",
        metrics=f"{OUT}/{{report}}/metrics.csv",
        comparisons=f"{OUT}/{{report}}/comparisons.csv",
        groupings=f"{OUT}/{{report}}/groupings.csv",
        findings=f"{OUT}/{{report}}/findings.csv",
        assignments=f"{OUT}/{{report}}/assignments.csv",
        completions=f"{OUT}/{{report}}/completions.csv",
    output:
        charts=f"{OUT}/{{report}}/charts.json",
        products=f"{OUT}/{{report}}/products.json",
    log:
        f"{OUT}/{{report}}/logs/charts.log",
    params:
        code=code_of("charts"),
        settings=as_json(config, "charts"),
    message:
        "{wildcards.report}: choosing the charts"
    shell:
        "briefing charts --cleaned {input.cleaned:q} --report {input.report:q} --metrics {input.metrics:q}"
        " --comparisons {input.comparisons:q} --groupings {input.groupings:q} --findings {input.findings:q}"
        " --assignments {input.assignments:q} --completions {input.completions:q} --settings {params.settings:q}"
        " --charts {output.charts:q} --products {output.products:q} > {log:q} 2>&1"


PRODUCTS = Products(checkpoints.choose_charts, OUT)


rule draw_chart:
    input:
        # Not its date but the mark of this one chart tells whether it has to be drawn again.
        charts=ancient(PRODUCTS.chosen),
        look=TEMPLATES.used("drawing.yaml"),
    output:
        f"{OUT}/{{report}}/charts/{{area}}/{{chart}}.png",
    log:
        f"{OUT}/{{report}}/logs/draw-{{area}}-{{chart}}.log",
    params:
        code=code_of("draw"),
        given=contents_of(TEMPLATES.used("drawing.yaml")),
        chart=PRODUCTS.chart_mark,
        settings=as_json(config, "drawing"),
        look=lambda wildcards, input: ["--look", *input.look] if input.look else [],
    message:
        "{wildcards.report} ({wildcards.area}): drawing {wildcards.chart}"
    shell:
        "briefing draw --charts {input.charts:q} --area {wildcards.area} --name {wildcards.chart:q}"
        " --settings {params.settings:q} {params.look:q} --output {output:q} > {log:q} 2>&1"
