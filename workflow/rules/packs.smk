# What leaves the office: a zip for each area, the workbook and the page of the report.


rule pack_area:
    input:
        report=f"{OUT}/{{report}}/report.json",
        brief=PRODUCTS.of_pack(f"{OUT}/{{report}}/briefs/{{area}}.json"),
        audit=PRODUCTS.of_pack(f"{OUT}/{{report}}/audits/{{area}}.json"),
        metrics=ancient(f"{OUT}/{{report}}/metrics.csv"),  # what of them the area shows is in its Brief
        summary=PRODUCTS.of_pack(f"{OUT}/{{report}}/summaries/{{area}}.docx"),
        deck=PRODUCTS.of_pack(f"{OUT}/{{report}}/decks/{{area}}.pptx"),
        pictures=PRODUCTS.pictures_of_pack,
        pdfs=PRODUCTS.pdfs_of_pack if PDF else [],
        summary_template=TEMPLATES.used("summary.docx"),
        deck_template=TEMPLATES.used("deck.pptx"),
    output:
        f"{OUT}/{{report}}/packs/{{pack}}.zip",
    log:
        f"{OUT}/{{report}}/logs/pack-{{pack}}.log",
    params:
        code=code_of("pack"),
        given=contents_of(TEMPLATES.used("summary.docx"), TEMPLATES.used("deck.pptx")),
        pdfs=lambda wildcards, input: ["--pdfs", *input.pdfs] if input.pdfs else [],
    message:
        "{wildcards.report}: packing {wildcards.pack}"
    shell:
        "briefing pack --report {input.report:q} --brief {input.brief:q} --audit {input.audit:q} --metrics {input.metrics:q}"
        " --summary {input.summary:q} --deck {input.deck:q} --pictures {input.pictures:q} {params.pdfs:q}"
        " --templates {input.summary_template:q} {input.deck_template:q} --output {output:q} > {log:q} 2>&1"


rule write_workbook:
    input:
        cleaned=f"{OUT}/{{report}}/cleaned.txt",
        report=f"{OUT}/{{report}}/report.json",
        metrics=f"{OUT}/{{report}}/metrics.csv",
        comparisons=f"{OUT}/{{report}}/comparisons.csv",
        groupings=f"{OUT}/{{report}}/groupings.csv",
        assignments=f"{OUT}/{{report}}/assignments.csv",
        remarks=f"{OUT}/{{report}}/remarks.csv",
        review=f"{OUT}/{{report}}/review.csv",
        completions=f"{OUT}/{{report}}/completions.csv",
        found=expand(
            f"{OUT}/{{{{report}}}}/found/{{table}}.csv",
            table=["metrics", "comparisons", "groupings", "findings"],
        ),
        briefs=PRODUCTS.each_area(f"{OUT}/{{report}}/briefs/{{area}}.json"),
    output:
        f"{OUT}/{{report}}/metrics.xlsx",
    log:
        f"{OUT}/{{report}}/logs/workbook.log",
    params:
        code=code_of("workbook"),
        found=lambda wildcards, input: str(Path(input.found[0]).parent),
    message:
        "{wildcards.report}: writing the workbook"
    shell:
        "briefing workbook --cleaned {input.cleaned:q} --report {input.report:q} --metrics {input.metrics:q}"
        " --comparisons {input.comparisons:q} --groupings {input.groupings:q} --assignments {input.assignments:q}"
        " --remarks {input.remarks:q} --review {input.review:q} --completions {input.completions:q} --found {params.found:q} --briefs {input.briefs:q}"
        " --output {output:q} > {log:q} 2>&1"


# Small pictures of slides and pages, where LibreOffice is there; what it drew before it need not draw again.
rule make_thumbnails:
    input:
        lambda wildcards: PRODUCTS.each_area(
            f"{OUT}/{{report}}/{wildcards.documents}/{{area}}.{OFFICE_FILES[wildcards.documents]}"
        )(wildcards),
    output:
        update(f"{OUT}/{{report}}/thumbnails/{{documents}}.json"),
    log:
        f"{OUT}/{{report}}/logs/thumbnails-{{documents}}.log",
    params:
        code=code_of("thumbnails"),
        office=program(),
    message:
        "{wildcards.report}: drawing thumbnails of its {wildcards.documents}"
    shell:
        "briefing thumbnails --documents {input:q} --output {output:q} > {log:q} 2>&1"


rule write_page:
    input:
        cleaned=f"{OUT}/{{report}}/cleaned.txt",
        report=f"{OUT}/{{report}}/report.json",
        metrics=f"{OUT}/{{report}}/metrics.csv",
        comparisons=f"{OUT}/{{report}}/comparisons.csv",
        groupings=f"{OUT}/{{report}}/groupings.csv",
        findings=f"{OUT}/{{report}}/findings.csv",
        completions=f"{OUT}/{{report}}/completions.csv",
        products=f"{OUT}/{{report}}/products.json",
        template=TEMPLATES.used("page.html"),
        briefs=PRODUCTS.each_area(f"{OUT}/{{report}}/briefs/{{area}}.json"),
        audits=PRODUCTS.each_area(f"{OUT}/{{report}}/audits/{{area}}.json"),
        thumbnails=expand(
            f"{OUT}/{{{{report}}}}/thumbnails/{{documents}}.json",
            documents=OFFICE_FILES if config["thumbnails"] else [],
        ),
    output:
        f"{OUT}/{{report}}/index.html",
    log:
        f"{OUT}/{{report}}/logs/page.log",
    params:
        code=code_of("page"),
        given=contents_of(TEMPLATES.used("page.html")),
        thumbnails=lambda wildcards, input: (
            ["--thumbnails", *input.thumbnails] if input.thumbnails else []
        ),
    message:
        "{wildcards.report}: writing the page"
    shell:
        "briefing page --cleaned {input.cleaned:q} --report {input.report:q} --metrics {input.metrics:q}"
        " --comparisons {input.comparisons:q} --groupings {input.groupings:q} --findings {input.findings:q}"
        " --completions {input.completions:q} --products {input.products:q} --template {input.template:q} --briefs {input.briefs:q}"
        " --audits {input.audits:q} {params.thumbnails:q} --output {output:q} > {log:q} 2>&1"


# One for each report, so that a report that cannot be read holds up only itself.
rule finish_report:
    input:
        PRODUCTS.all_files,
    output:
        finished=touch(f"{OUT}/{{report}}/logs/finished"),
        audit=f"{OUT}/{{report}}/audits/report.json",
    log:
        f"{OUT}/{{report}}/logs/finish.log",
    params:
        code=code_of("crosscheck"),
        folder=lambda wildcards, input: str(Path(input[0]).parent),
    message:
        "{wildcards.report}: finished"
    shell:
        "briefing crosscheck --folder {params.folder:q} --output {output.audit:q} > {log:q} 2>&1"
