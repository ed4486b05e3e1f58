"""Options that several commands share."""

from __future__ import annotations

import click

PACKS = click.option("--rules", "packs", multiple=True, metavar="DIR", help="另加规则目录，可重复。 A folder with more rules; repeatable.")
LANGUAGE = click.option("--lang", "language", type=click.Choice(["zh", "en"]), default="zh", help="报告语言。 Language of the report.")
FORMAT = click.option("--format", "style", type=click.Choice(["text", "json"]), default="text", help="输出格式。 Output format.")
CONFIG = click.option("--config", metavar="FILE", help="只用此设置文件。 Use this settings file alone, not the nearest one.")
