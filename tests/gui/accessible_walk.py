# SPDX-FileCopyrightText: 2026 The Hookworks authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""accessible_walk.py HOOKWORKS: starts the window on its sample workspace, walks every page and every dialog over AT-SPI as a screen
reader does, and fails on a control without a name or one that the keyboard cannot reach. Wants a session bus and a display of its own:
packaging/display.sh --bus."""
import os
import subprocess
import sys
import tempfile
import time

import pyatspi

PATIENCE = 30  # seconds for anything to come up
MOST_NODES = 20_000

CONTROLS = {
    pyatspi.ROLE_PUSH_BUTTON, pyatspi.ROLE_TOGGLE_BUTTON, pyatspi.ROLE_CHECK_BOX, pyatspi.ROLE_RADIO_BUTTON,
    pyatspi.ROLE_COMBO_BOX, pyatspi.ROLE_TEXT, pyatspi.ROLE_ENTRY, pyatspi.ROLE_PASSWORD_TEXT, pyatspi.ROLE_SPIN_BUTTON,
    pyatspi.ROLE_SLIDER, pyatspi.ROLE_LIST, pyatspi.ROLE_TABLE, pyatspi.ROLE_TREE, pyatspi.ROLE_TREE_TABLE, pyatspi.ROLE_PAGE_TAB,
    pyatspi.ROLE_LINK, pyatspi.ROLE_BUTTON_MENU if hasattr(pyatspi, 'ROLE_BUTTON_MENU') else pyatspi.ROLE_PUSH_BUTTON,
}
# What is reached through the control that holds it.
HELD_BY = {pyatspi.ROLE_PAGE_TAB: pyatspi.ROLE_PAGE_TAB_LIST}
HOLDERS = {pyatspi.ROLE_SPIN_BUTTON, pyatspi.ROLE_COMBO_BOX}


def children(node):
    try:
        count = min(node.childCount, 500)
    except Exception:  # it went while we looked
        return
    for index in range(count):
        try:
            child = node.getChildAtIndex(index)
        except Exception:
            continue
        if child is not None:
            yield child


def wait_for(what, find):
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        found = find()
        if found:
            return found
        time.sleep(0.1)
    sys.exit(f'{what} did not come within {PATIENCE} s')


def states(node):
    try:
        return set(node.getState().getStates())
    except Exception:
        return set()


def showing(node):
    return pyatspi.STATE_SHOWING in states(node)


def faults_below(root, place):
    """Breadth first, what is shown only; the inside of a list is its rows, which its own test reads."""
    root.clear_cache()  # what was shown a page ago is not what is shown now
    faults = []
    seen = 0
    waiting = [(root, None)]
    while waiting and seen < MOST_NODES:
        node, holder = waiting.pop(0)
        seen += 1
        try:
            role, name, has = node.getRole(), node.name or '', states(node)
            about = f'{place}: {node.getRoleName()} "{name}" ({node.description or "no description"})'
        except Exception:
            continue
        if node is not root and pyatspi.STATE_SHOWING not in has:
            continue
        if role in CONTROLS and holder not in HOLDERS:
            if not name.strip():
                faults.append(f'no name: {about}')
            sensitive = pyatspi.STATE_SENSITIVE in has
            if sensitive and pyatspi.STATE_FOCUSABLE not in has and HELD_BY.get(role) != holder:
                faults.append(f'out of the keyboard\'s reach: {about}')
        if role in (pyatspi.ROLE_LIST, pyatspi.ROLE_TABLE, pyatspi.ROLE_TREE, pyatspi.ROLE_TREE_TABLE):
            continue
        waiting += [(child, role) for child in children(node)]
    return faults, seen


def find_below(root, matches, deep=12):
    for child in children(root):
        try:
            if matches(child):
                return child
        except Exception:
            continue
        found = find_below(child, matches, deep - 1) if deep > 0 else None
        if found:
            return found
    return None


def press(node):
    actions = node.queryAction()
    for index in range(actions.nActions):
        if actions.getName(index).lower() in ('press', 'toggle', 'select', 'activate', 'showmenu') or actions.nActions == 1:
            return actions.doAction(index)
    return actions.doAction(0)


def windows(application):
    return [window for window in children(application) if showing(window)]


def menu_items(window):
    """The items that ask for something: their words end with an ellipsis. Files are asked for by the desktop."""
    bar = find_below(window, lambda node: node.getRole() == pyatspi.ROLE_MENU_BAR, 4)
    items = []
    waiting = list(children(bar)) if bar else []
    while waiting:
        node = waiting.pop(0)
        name = node.name or ''
        file_dialog = any(word in name for word in ('workspace…', 'Import', 'Export', 'Search'))
        if node.getRole() == pyatspi.ROLE_MENU_ITEM and name.endswith('…') and not file_dialog:
            items.append(node)
        waiting += list(children(node))
    return items


def walk(application):
    main = wait_for('the window', lambda: next(iter(windows(application)), None))
    entries = wait_for('the pages', lambda: [
        node for node in children(find_below(main, lambda node: node.name == 'Pages')) if node.getRole() == pyatspi.ROLE_RADIO_BUTTON])
    faults, nodes = [], 0
    for entry in entries:
        press(entry)
        time.sleep(0.7)  # a page that is made now, and its rows; what comes later only hides a fault
        found, seen = faults_below(main, entry.name)
        print(f'{entry.name}: {seen} nodes')
        faults += found
        nodes += seen
        for item in menu_items(main):
            before = windows(application)
            if pyatspi.STATE_SENSITIVE not in states(item):
                continue
            press(item)
            time.sleep(0.5)
            for dialog in [window for window in windows(application) if window not in before]:
                found, seen = faults_below(dialog, f'{entry.name}, {item.name}')
                print(f'{entry.name}, {item.name}: {seen} nodes')
                faults += found
                nodes += seen
                pyatspi.Registry.generateKeyboardEvent(9, None, pyatspi.KEY_PRESSRELEASE)  # Escape
                time.sleep(0.3)
            if pyatspi.STATE_CHECKED not in states(entry):
                press(entry)
                time.sleep(0.3)
    return faults, nodes


def main():
    program = os.path.abspath(sys.argv[1])
    with tempfile.TemporaryDirectory() as home:
        environment = dict(os.environ, HOME=home, QT_LINUX_ACCESSIBILITY_ALWAYS_ON='1')
        process = subprocess.Popen([program], env=environment)
        try:
            application = wait_for('hookworks on the accessibility bus', lambda: next(
                (one for one in children(pyatspi.Registry.getDesktop(0)) if one.name == 'hookworks'), None))
            faults, nodes = walk(application)
        finally:
            process.terminate()
            process.wait(10)
    for fault in dict.fromkeys(faults):
        print(fault)
    print(f'{nodes} nodes, {len(set(faults))} faults')
    if nodes < 100:
        print('too few nodes: the tree was not walked')
    return 1 if faults or nodes < 100 else 0


sys.exit(main())
