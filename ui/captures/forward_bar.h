// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/delivery.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;

namespace hookworks {

class ProblemLabel;
class Workbench;

/// Passes a capture on again. Hidden, but where no address is known: then it asks for the application's, in
/// the page.
class ForwardBar final : public QWidget
{
    Q_OBJECT

public:
    /// `workbench` must outlive it.
    explicit ForwardBar(Workbench& workbench, QWidget* parent = nullptr);

    void forward(CaptureId capture);

signals:
    void forwarded(const hookworks::Delivery& delivery);
    void said(const QString& sentence);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void arrange();
    void ask();
    void send(const QString& address);

    Workbench& m_workbench;
    QLabel* m_question;
    QLineEdit* m_address;
    QPushButton *m_send, *m_cancel;
    ProblemLabel* m_problem;
    CaptureId m_capture;
};

} // namespace hookworks
