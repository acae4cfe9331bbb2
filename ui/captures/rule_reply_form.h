// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/reply_rule.h"

#include <QObject>

class QComboBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QSpinBox;
class QWidget;

namespace hookworks {

/// One answer of a reply rule, and the fault that may stand in its place: two parts of a form, for whoever
/// shows them.
class RuleReplyForm final : public QObject
{
    Q_OBJECT

public:
    explicit RuleReplyForm(QObject* parent);

    QWidget* makeAnswer();
    QWidget* makeFaults();
    void show(const Reply& reply);
    /// A body that is no text is kept while it is not edited.
    Reply reply() const;

signals:
    void edited();

private:
    void sayFault();

    QComboBox* m_fault;
    QLabel* m_faultWords;
    QSpinBox *m_status, *m_delayMin, *m_delayMax;
    QPlainTextEdit *m_headers, *m_body;
    QLineEdit* m_bodyFile;
    QByteArray m_bytes;    ///< of the body that is shown
    QString m_bodyAsShown; ///< as long as it is this, it is those bytes
};

} // namespace hookworks
