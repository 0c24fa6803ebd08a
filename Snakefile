# A work report goes in, a briefing pack for each of its work areas comes out. Every job is one command, `briefing <stage> …`,
# that can be pasted into a terminal; workflow/README.md tells which stage reads and writes what.
configfile: "workflow/config.yaml"


# Every job runs in the environment that snakemake itself runs in (.venv); this names one for machines that have none.
container: "docker://python:3.11-slim"


include: "workflow/rules/common.smk"
include: "workflow/rules/reading.smk"
include: "workflow/rules/charts.smk"
include: "workflow/rules/documents.smk"
include: "workflow/rules/packs.smk"
include: "workflow/rules/overview.smk"
include: "workflow/rules/shards.smk"


rule all:
    default_target: True
    input:
        expand(f"{OUT}/.shards/{{shard}}", shard=SHARDS)
        or expand(f"{OUT}/{{report}}/logs/finished", report=CHOSEN),


onstart:
    begin(workflow, OUT, SHARDS, shard=bool(config["only"]))


onsuccess:
    end(OUT, list(CHOSEN), complete=True)


onerror:
    end(OUT, list(CHOSEN), complete=False)
