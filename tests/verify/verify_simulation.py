#!/usr/bin/env python3
"""Recomputes every column of a simulation's incidents file, independently of the product's code.

Usage: verify_simulation.py DATA_DIR REPORTS OUT_CSV --accept-after HH:MM:SS --until INSTANT

Office time is walked second-exactly, window by window, from the holiday file and the default hours. Posts above the grid
are taken as staffed around the clock, which holds for data without centre rosters. Exits 1 on any mismatch.
"""
import argparse
import csv
import glob
import gzip
import os
import sys
from datetime import date, datetime, time, timedelta, timezone

LOCAL = timezone(timedelta(hours=8))
WINDOWS = ((time(10), time(14)), (time(16), time(20)))
WORK_DAY = timedelta(hours=8)
TIERS = ["grid", "village", "township", "county", "prefecture"]


def rows(path):
    opener = gzip.open if path.endswith(".gz") else open
    with opener(path, "rt", encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def only(folder, pattern):
    found = glob.glob(os.path.join(folder, pattern))
    if len(found) != 1:
        sys.exit(f"{folder}: expected one {pattern}, found {len(found)}")
    return found[0]


class Calendar:
    def __init__(self, holidays):
        self.special = {date.fromisoformat(h["date"]): h["is_off_day"] == "true" for h in holidays}

    def works(self, day):
        off = self.special.get(day)
        return day.weekday() < 5 if off is None else not off

    def after(self, start, amount):
        day = start.date()
        while True:
            if self.works(day):
                for opens, closes in WINDOWS:
                    begin = max(start, datetime.combine(day, opens, LOCAL))
                    end = datetime.combine(day, closes, LOCAL)
                    if begin < end:
                        if amount <= end - begin:
                            return begin + amount
                        amount -= end - begin
            day += timedelta(days=1)

    def limit(self, start, value, unit):
        if unit == "minute":
            return start + timedelta(minutes=value)
        if unit == "urgent_hour":
            return start + timedelta(hours=value)
        if unit == "natural_day":
            return start + timedelta(days=value)
        return self.after(start, timedelta(hours=value) if unit == "work_hour" else WORK_DAY * value)


def expected(report, item, calendar, accept_after, until):
    reported = datetime.fromisoformat(report["reported_at"]).astimezone(LOCAL)
    closed = datetime.fromisoformat(report["closed_at"]).astimezone(LOCAL) if report["closed_at"] else None
    accepted = reported + accept_after if closed is None else min(reported + accept_after, closed)
    accept = (int(item["ack_value"]), item["ack_unit"])
    tier, moves, due = TIERS.index(item["start_tier"]), 0, calendar.limit(reported, *accept)
    first_due = due
    while due < min(accepted, until) and tier < len(TIERS) - 1:
        tier, moves = tier + 1, moves + 1
        due = calendar.limit(due, *accept)
    if accepted > until:
        return [TIERS[tier], str(moves), stamp(first_due), "", "", "", "false"]
    handle_due = calendar.limit(accepted, int(item["resolve_value"]), item["resolve_unit"])
    ended = closed if closed is not None and closed <= until else None
    overdue = (ended or until) > handle_due
    return [TIERS[tier], str(moves), stamp(first_due), stamp(accepted), stamp(handle_due), stamp(ended), str(overdue).lower()]


def stamp(instant):
    return "" if instant is None else instant.replace(microsecond=0).isoformat()


def main():
    parser = argparse.ArgumentParser()
    for name in ("data", "reports", "out"):
        parser.add_argument(name)
    parser.add_argument("--accept-after", required=True)
    parser.add_argument("--until", required=True)
    args = parser.parse_args()
    hours, minutes, seconds = map(int, args.accept_after.split(":"))
    calendar = Calendar(rows(only(args.data, "holidays*.csv")))
    items = {i["code"]: i for i in rows(only(args.data, "catalogue*.csv"))}
    reports = rows(args.reports)
    found = rows(args.out)
    names = ["holder_tier", "accept_escalations", "accept_due", "accepted_at", "handle_due", "closed_at", "overdue"]
    wrong = []
    if [r["id"] for r in reports] != [f["id"] for f in found]:
        wrong.append(f"the ids differ: {len(reports)} reports, {len(found)} incidents")
    for report, incident in zip(reports, found):
        mine = [report["item_code"], report["grid_code"]] + expected(
            report, items[report["item_code"]], calendar, timedelta(hours=hours, minutes=minutes, seconds=seconds),
            datetime.fromisoformat(args.until).astimezone(LOCAL))
        for name, value in zip(["item_code", "grid_code"] + names, mine):
            if incident[name] != value:
                wrong.append(f"{report['id']} {name}: expected {value}, found {incident[name]}")
    print("\n".join(wrong[:20]))
    print(f"{len(found)} incidents compared in {len(names) + 2} columns, {len(wrong)} mismatches")
    sys.exit(1 if wrong or not found else 0)


if __name__ == "__main__":
    main()
