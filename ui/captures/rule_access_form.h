// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/reply_rule.h"

#include <QWidget>

class QLineEdit;

namespace hookworks {

/// The credentials that a reply rule asks for.
class RuleAccessForm final : public QWidget
{
    Q_OBJECT

public:
    explicit RuleAccessForm(QWidget* parent = nullptr);

    void show(const std::optional<RequiredAuth>& require);
    std::optional<RequiredAuth> require() const;

signals:
    void edited();

private:
    QLineEdit *m_bearer, *m_user, *m_password;
};

} // namespace hookworks
