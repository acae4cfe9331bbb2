// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/reply_rule.h"

#include <QScrollArea>

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QFormLayout;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;
class QSpinBox;

namespace hookworks {

class FieldCheck;

/// One reply rule as a form. Its answers are edited one at a time: those of its sequence, then the one for
/// requests without the credentials.
class RuleEditor : public QScrollArea
{
    Q_OBJECT

public:
    explicit RuleEditor(QWidget* parent = nullptr);

    /// Does not signal.
    void setRule(const ReplyRule& rule);
    ReplyRule rule() const;

signals:
    void edited();

private:
    void addMatch(QFormLayout& form);
    void addAnswer(QFormLayout& form);
    void addRest(QFormLayout& form);
    QLineEdit* line(QFormLayout& form, const QString& name, const QString& hint = {});
    QPlainTextEdit* lines(QFormLayout& form, const QString& name, const QString& hint);
    void connectFields();
    void showReply(int index);
    Reply storedReply() const;
    Reply shownReply() const;
    std::optional<Micros> shownTime() const;
    void fillReplies();
    void changed();

    ReplyRule m_rule;
    int m_reply = 0;       ///< behind the last of the rule's replies: `otherwise`
    QString m_bodyAsShown; ///< a body that is no text is kept while it is not edited
    bool m_setting = false;
    QLineEdit *m_name = nullptr, *m_method = nullptr, *m_path = nullptr, *m_bodyFile = nullptr,
              *m_bearer = nullptr, *m_user = nullptr, *m_password = nullptr, *m_forward = nullptr;
    FieldCheck* m_forwardCheck = nullptr;
    QPlainTextEdit *m_query = nullptr, *m_header = nullptr, *m_body = nullptr, *m_replyHeaders = nullptr,
                   *m_replyBody = nullptr;
    QPushButton* m_less = nullptr;
    QComboBox *m_replies = nullptr, *m_fault = nullptr;
    QSpinBox *m_status = nullptr, *m_delayMin = nullptr, *m_delayMax = nullptr, *m_times = nullptr,
             *m_seed = nullptr;
    QDoubleSpinBox *m_probability = nullptr, *m_forSeconds = nullptr;
    QCheckBox* m_repeat = nullptr;
};

} // namespace hookworks
