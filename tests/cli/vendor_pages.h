// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace hookworks {

/// The reportTask of ConnectReport's page on callbacks, as JSON.
QByteArray pageReportTask();
/// The payloads of that page, as JSON: `pre`, `success`, `failure`.
QByteArray pagePayload(const QByteArray& which);

} // namespace hookworks
