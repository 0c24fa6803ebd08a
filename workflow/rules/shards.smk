# More reports than shard_size are made in shards: a Snakemake of its own for each part of them. It keeps each one's work in proportion
# to its reports, where one Snakemake's grows with their square, and on a cluster it makes a job that is worth its submission.


rule make_shard:
    output:
        touch(f"{OUT}/.shards/{{shard}}"),
    log:
        f"{OUT}/.shards/{{shard}}.log",
    params:
        # On one machine all cores for each: the workers, which the shards share, keep as many commands going as there are
        # cores. A profile for a cluster sets the threads, and each shard has a machine's part for itself.
        cores=lambda wildcards, threads: (
            threads if threads > 1 else workflow.resource_settings.cores or 1
        ),
        force=lambda wildcards: ["--forceall"] if workflow.dag_settings.forceall else [],
        settings=lambda wildcards: as_words(
            config, workflow.config_settings.overwrite_config, SHARDS[wildcards.shard]
        ),
        # Only the shard itself can tell whether something in it is out of date: each run asks it.
        run=RUN,
    message:
        "{wildcards.shard}: making its reports"
    shell:
        "snakemake --executor local --cores {params.cores} {params.force:q} --config {params.settings:q} > {log:q} 2>&1"
