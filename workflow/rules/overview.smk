# The pack of the whole report (总览): made like an area's, by the same commands, out of the Briefs of all areas.
WHOLE = f"{OUT}/{{report}}/overview"


rule compose_overview:
    input:
        report=f"{OUT}/{{report}}/report.json",
        metrics=f"{OUT}/{{report}}/metrics.csv",
        comparisons=f"{OUT}/{{report}}/comparisons.csv",
        findings=f"{OUT}/{{report}}/findings.csv",
        completions=f"{OUT}/{{report}}/completions.csv",
        charts=PRODUCTS.chosen,
        products=f"{OUT}/{{report}}/products.json",
        briefs=PRODUCTS.each_area(f"{OUT}/{{report}}/briefs/{{area}}.json"),
    output:
        f"{WHOLE}/brief.json",
    log:
        f"{OUT}/{{report}}/logs/overview.log",
    params:
        code=code_of("overview"),
    message:
        "{wildcards.report} (overview): composing the brief"
    shell:
        "briefing overview --report {input.report:q} --metrics {input.metrics:q} --comparisons {input.comparisons:q}"
        " --findings {input.findings:q} --completions {input.completions:q} --charts {input.charts:q} --products {input.products:q} --briefs {input.briefs:q} --output {output:q}"
        " > {log:q} 2>&1"


use rule fill_summary as fill_overview_summary with:
    input:
        checked=f"{OUT}/{{report}}/logs/checked-summary.docx",
        brief=f"{WHOLE}/brief.json",
        template=TEMPLATES.used("summary.docx"),
        pictures=PRODUCTS.pictures_of_whole,
    output:
        f"{WHOLE}/summary.docx",
    log:
        f"{OUT}/{{report}}/logs/overview-summary.log",
    message:
        "{wildcards.report} (overview): filling the Word summary"


use rule fill_deck as fill_overview_deck with:
    input:
        checked=f"{OUT}/{{report}}/logs/checked-deck.pptx",
        brief=f"{WHOLE}/brief.json",
        template=TEMPLATES.used("deck.pptx"),
    output:
        f"{WHOLE}/deck.pptx",
    log:
        f"{OUT}/{{report}}/logs/overview-deck.log",
    message:
        "{wildcards.report} (overview): filling the PowerPoint deck"


use rule audit_documents as audit_overview with:
    input:
        brief=f"{WHOLE}/brief.json",
        report=f"{OUT}/{{report}}/report.json",
        cleaned=f"{OUT}/{{report}}/cleaned.txt",
        metrics=f"{OUT}/{{report}}/metrics.csv",
        summary=f"{WHOLE}/summary.docx",
        deck=f"{WHOLE}/deck.pptx",
        pictures=PRODUCTS.pictures_of_whole,
        last=YEARS.last("cleaned.txt"),
    output:
        f"{WHOLE}/audit.json",
    log:
        f"{OUT}/{{report}}/logs/overview-audit.log",
    message:
        "{wildcards.report} (overview): auditing both documents"


use rule pack_area as pack_overview with:
    input:
        report=f"{OUT}/{{report}}/report.json",
        brief=f"{WHOLE}/brief.json",
        audit=f"{WHOLE}/audit.json",
        metrics=f"{OUT}/{{report}}/metrics.csv",
        summary=f"{WHOLE}/summary.docx",
        deck=f"{WHOLE}/deck.pptx",
        pictures=PRODUCTS.pictures_of_whole,
        pdfs=[],
        summary_template=TEMPLATES.used("summary.docx"),
        deck_template=TEMPLATES.used("deck.pptx"),
    output:
        f"{WHOLE}/{{whole}}.zip",
    log:
        f"{OUT}/{{report}}/logs/pack-{{whole}}.log",
    message:
        "{wildcards.report}: packing {wildcards.whole}"
