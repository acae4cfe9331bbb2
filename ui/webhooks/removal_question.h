// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/webhook.h"

#include <QMessageBox>

class QCheckBox;

namespace hookworks {

/// Asks whether a webhook with secrets goes, and whether what was sent and received shall forget them.
/// Deletes itself when it is closed; open() it.
class RemovalQuestion final : public QMessageBox
{
    Q_OBJECT
public:
    RemovalQuestion(const Webhook& webhook, QWidget* parent);

Q_SIGNALS:
    void confirmed(bool forget);

private:
    QCheckBox* m_forget;
};

} // namespace hookworks
