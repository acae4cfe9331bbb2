// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace hookworks {

class TimelineView;

/// Lets screen readers walk a TimelineView: its children are the rows, a lane's children are its attempts.
/// Safe to call often.
void installTimelineAccessibility();
/// Tells them where the keyboard is now.
void announceTimelinePlace(TimelineView& view);

} // namespace hookworks
