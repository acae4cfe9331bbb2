// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/capture.h"
#include "workbench/deliveries.h"
#include "workbench/designer.h"

namespace hookworks {

// The objects of cli.md, each on one line, their members in its order; further members come last. Without
// bodies the members that hold them are left out.

QByteArray toJson(const DeliveryRecord& record, bool bodies);
QByteArray toJson(const Capture& capture, bool bodies);
/// Without its token: only whether there is one.
QByteArray toJson(const Webhook& webhook);
QByteArray toJson(const Report& report, bool document);
QByteArray toJson(const DesignProblem& problem);

} // namespace hookworks
