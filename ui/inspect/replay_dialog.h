// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/delivery.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;
class QSpinBox;

namespace hookworks {

class Workbench;

/// Sends a delivery (`d3`) or a capture (`c5`) again: as it was or edited, to its own or another address,
/// once or often, each tried once or as a policy says. Shown with open(); deletes itself when it is closed.
class ReplayDialog : public QDialog
{
    Q_OBJECT

public:
    /// `workbench` must outlive it.
    ReplayDialog(Workbench& workbench, const QString& source, QWidget* parent);

signals:
    /// The new deliveries.
    void replayed(const QList<hookworks::Delivery>& deliveries);

private:
    void arrange(const QString& source);
    void show(const Request& original);
    void send();
    Request edited() const;
    void say(const QString& problem);
    void listPolicies();
    void offerWebhooksPolicy();
    QString policy() const;

    Workbench& m_workbench;
    QString m_source;
    Request m_original;
    QByteArray m_shownHeaders, m_shownBody;
    QLineEdit *m_url, *m_method;
    QCheckBox* m_exact;
    QComboBox* m_policy;
    QSpinBox* m_count;
    QPlainTextEdit *m_headers, *m_body;
    QLabel* m_problem;
    QPushButton* m_send;
};

/// `Name: value` lines as header fields and back; lines without a colon make names without a value.
/// A line that was not changed keeps the bytes it has in `original`.
HeaderList headersFromLines(const QString& lines, const HeaderList& original = {});
QString linesOf(const HeaderList& headers);

} // namespace hookworks
