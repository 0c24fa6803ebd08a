"""Fill PowerPoint templates that people own: jinja tags in slides, repeated rows and slides, pictures and native charts."""
