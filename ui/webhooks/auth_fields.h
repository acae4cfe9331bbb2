// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/webhook.h"

#include <QWidget>

class QLabel;
class QLineEdit;

namespace hookworks {

class Providers;
class Form;
class ProblemLabel;
class SegmentedControl;

/// How a webhook authorizes itself: not at all, with the token that its provider's scheme carries, or with
/// header fields of its own.
class AuthFields final : public QWidget
{
    Q_OBJECT
public:
    explicit AuthFields(const Providers& providers, QWidget* parent = nullptr);

    void show(const Webhook& webhook);
    QByteArray token() const;
    /// The provider decides what a token is called and how it is sent.
    void setProvider(const QString& provider);
    void setProblem(const QString& problem);

signals:
    void edited();
    /// The token's field was left.
    void left();
    /// Own header fields are to be typed.
    void headersWanted();

private:
    enum Kind
    {
        None,
        Token,
        OwnFields
    };

    void choose(int kind);
    void showKind();

    const Providers& m_providers;
    Form* m_form;
    SegmentedControl* m_kind;
    QLineEdit* m_token;
    QLabel* m_noToken; ///< why a token cannot be chosen
    ProblemLabel* m_problem = nullptr;
    QString m_header, m_scheme; ///< the provider's
};

} // namespace hookworks
