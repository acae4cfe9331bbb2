// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/output.h"
#include "domain/capture.h"
#include "domain/webhook.h"
#include "json/bodies.h"
#include "workbench/deliver/deliveries.h"

namespace hookworks {

class Providers;

struct DesignProblem;
struct PassedOverRule;
struct Report;

// What the commands print: the JSON of cli.md, or text for people.

/// One delivery with its plan and attempts.
void printDelivery(const Output& output, const DeliveryRecord& record);
/// Rows, or one object a line; bodies only where they were read.
/// For programs, an object each.
void printDeliveries(const Output& output, const QList<DeliveryRecord>& records, bool bodies);
/// For people, as a table.
void printDeliveries(const Output& output, const QList<DeliverySummaryRecord>& records);
/// One line.
void printCapture(const Output& output, const Capture& capture, bool bodies);
/// For programs, an object each.
void printCaptures(const Output& output, const QList<Capture>& captures, bool bodies);
/// For people, as a table.
void printCaptures(const Output& output, const QList<CaptureSummary>& captures);
/// All that is known of one capture. `nearest`: the reply rules that came nearest, where none answered it.
void printWholeCapture(const Output& output, const Capture& capture, const QList<PassedOverRule>& nearest);
/// With its document.
void printReport(const Output& output, const Providers& providers, const Report& report, Secrets secrets);
void printReports(const Output& output, const QList<Report>& reports);
void printProblem(const Output& output, const DesignProblem& problem);
void printWebhook(const Output& output, const Webhook& webhook, Secrets secrets);
void printWebhooks(const Output& output, const QList<Webhook>& webhooks, Secrets secrets);

/// `{"listening":"http://127.0.0.1:8717"}`.
QByteArray listeningJson(const QString& url);

} // namespace hookworks
