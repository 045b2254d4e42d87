"""Asks OSV (https://google.github.io/osv.dev/api) which known vulnerabilities a bill of materials and a list of plugins have.

Arguments: the service's address, a CycloneDX document, and what maven-dependency-plugin:resolve-plugins wrote.
"""

import json
import re
import sys
import urllib.error
import urllib.request

MOST_IN_A_QUERY = 500
NOT_CHECKED = 3


def packages(bom, plugins):
    """Package URLs of all libraries and plugins, each once, and for each what brings it."""
    found = {}
    with open(bom, encoding="utf-8") as file:
        for component in json.load(file)["components"]:
            found.setdefault(component["purl"].split("?")[0], "the gate")
    plugin = ""
    with open(plugins, encoding="utf-8") as file:
        for line in file:
            match = re.match(r"\s+([\w.-]+):([\w.-]+):([\w.-]+)(?::[\w.-]+)?:([\w.-]+)", line)
            if match:
                group, name, kind, version = match.groups()
                plugin = name if kind == "maven-plugin" else plugin
                found.setdefault(f"pkg:maven/{group}/{name}@{version}", plugin)
    if not any(bringer == "the gate" for bringer in found.values()) or not plugin:
        raise ValueError(f"{bom} or {plugins} lists nothing")
    return found


def asked(address, body=None):
    data = None if body is None else json.dumps(body).encode()
    request = urllib.request.Request(address, data, {"Content-Type": "application/json"})
    with urllib.request.urlopen(request, timeout=60) as answer:
        return json.load(answer)


def vulnerabilities(service, purls):
    """The ids of each package's vulnerabilities."""
    found = {}
    questions = [({"package": {"purl": purl}}, purl) for purl in purls]
    while questions:
        batch, questions = questions[:MOST_IN_A_QUERY], questions[MOST_IN_A_QUERY:]
        results = asked(f"{service}/v1/querybatch", {"queries": [query for query, _ in batch]})["results"]
        if len(results) != len(batch):
            raise ValueError(f"{len(results)} answers to {len(batch)} questions")
        for (query, purl), result in zip(batch, results):
            ids = [vulnerability["id"] for vulnerability in result.get("vulns", [])]
            found.setdefault(purl, []).extend(ids)
            if result.get("next_page_token"):
                questions.append(({**query, "page_token": result["next_page_token"]}, purl))
    return {purl: ids for purl, ids in found.items() if ids}


def severity(service, identifier):
    """As the database that it comes from rates it; empty where it does not."""
    details = asked(f"{service}/v1/vulns/{identifier}")
    if details.get("withdrawn"):
        return "WITHDRAWN", ""
    rated = details.get("database_specific", {}).get("severity", "")
    return str(rated).upper(), str(details.get("summary", ""))


def shown(text):
    return re.sub(r"[^\x20-\x7e]", "?", text)[:200].replace("::", ": :")


def main(service, bom, plugins):
    try:
        known = packages(bom, plugins)
        vulnerable = vulnerabilities(service, list(known))
        rated = {each: severity(service, each) for each in sorted({i for ids in vulnerable.values() for i in ids})}
    except (OSError, ValueError, KeyError, TypeError, AttributeError, urllib.error.URLError) as problem:
        print(f"not checked: {shown(str(problem))} ({service})", file=sys.stderr)
        return NOT_CHECKED
    fatal = 0
    for purl, ids in sorted(vulnerable.items()):
        for identifier in ids:
            level, summary = rated[identifier]
            if level == "WITHDRAWN":
                continue
            fatal += level in ("CRITICAL", "")
            print(shown(f"{level or 'UNRATED':9} {purl}  {identifier}  by {known[purl]}: {summary}"))
    print(f"{len(known)} packages, {sum(map(len, vulnerable.values()))} known vulnerabilities, {fatal} critical or not rated")
    return 1 if fatal else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
