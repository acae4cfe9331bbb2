// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/inspect/request_steps.h"

#include <QWidget>

class QAction;
class QLineEdit;
class QPlainTextEdit;

namespace hookworks {

class ElidedLabel;

/// Method, header fields and body of a request that is edited before it is sent again. Each edit is a step,
/// made when its field is left or the request is asked for; < and > (Alt+Left, Alt+Right) go through them.
/// What was not touched stays byte for byte: JSON in one line is laid out to be read, and leaves in one line.
/// Secrets in header fields are shown as ***.
class ReplayEdit final : public QWidget
{
    Q_OBJECT

public:
    explicit ReplayEdit(QWidget* parent = nullptr);

    /// Begins anew with it.
    void setOriginal(const Request& original);
    /// With what stands in the fields now; its address is the original's.
    /// nullopt: it is as it was.
    std::optional<Request> editedRequest() const;
    /// What is typed becomes a step. Leaving a field does it, too.
    void keep();

signals:
    void edited();

private:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void arrange();
    QAction* stepAction(const QString& words, const QKeySequence& keys, qsizetype by);
    void go(qsizetype by);
    void sayPlace();
    void show();
    Request typed() const;
    QByteArray typedBody() const;

    RequestSteps m_steps;
    QByteArray m_shownHeaders, m_shownBody;
    QByteArray m_base; ///< the body that is shown laid out, as it was; empty: it is shown as it is
    QAction *m_back, *m_forward;
    ElidedLabel *m_place, *m_layout;
    QLineEdit* m_method;
    QPlainTextEdit *m_headers, *m_body;
};

} // namespace hookworks
