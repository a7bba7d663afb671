#!/usr/bin/env python3
"""what-broke.py NAME OUTCOME DIRECTORY...: one sentence on the test reports there, and one line for each test that failed."""
import pathlib
import sys
import xml.etree.ElementTree as ET

name, outcome, *directories = sys.argv[1:]
ran, broken = 0, []
for directory in directories:
    for report in sorted(pathlib.Path(directory).glob("TEST-*.xml")):
        for case in ET.parse(report).getroot().iter("testcase"):
            ran += 1
            fault = case.find("failure")
            fault = case.find("error") if fault is None else fault
            if fault is not None:
                why = (fault.get("message") or fault.get("type") or "").strip().splitlines()
                broken.append(f"- {case.get('classname', '').rsplit('.', 1)[-1]}.{case.get('name')}: {why[0] if why else ''}")
if broken:
    print(f"On {name} {len(broken)} of {ran} tests fail, the first of them {broken[0][2:]}.")
    print("\n".join(broken))
elif outcome == "success":
    print(f"On {name} all {ran} tests pass.")
else:
    print(f"On {name} the build fails outside the {ran} tests that ran; its log says where.")
