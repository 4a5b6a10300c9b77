"""The clinic's machine: its printers, its settings, its staff. Nothing about a person, nothing about what we teach.

Speaks to the print service (IPP) and keeps what staff decide. No Qt, no ReportLab.
A leaf: imports nothing of the house; ui and commands may use it.
"""
