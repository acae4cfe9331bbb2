// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/reply_rule.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QLineEdit;
class QPushButton;
class QStackedLayout;

namespace hookworks {

class FieldCheck;
class RuleAccessForm;
class RuleReplyForm;
class RuleWhenForm;
class SegmentedControl;

/// One reply rule as a form in four parts: when it answers, what then, with which fault, and to whom. Its
/// answers are edited one at a time: those of its sequence, then the one for requests without the
/// credentials.
class RuleEditor final : public QWidget
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
    void arrange();
    QWidget* makeAnswers();
    QWidget* makeThen();
    void showPart(int part);
    void countParts();
    void connectFields();
    void showReply(int index);
    void addReply();
    void removeReply();
    Reply storedReply() const;
    void fillReplies();
    void changed();

    ReplyRule m_rule;
    int m_reply = 0; ///< behind the last of the rule's replies: `otherwise`
    bool m_setting = false;
    QLineEdit* m_name;
    SegmentedControl* m_parts;
    QStackedLayout* m_pages;
    RuleWhenForm* m_when;
    RuleReplyForm* m_then;
    RuleAccessForm* m_access;
    QWidget* m_answers = nullptr; ///< chooses the answer that Then and Faults are about
    QComboBox* m_replies;
    QPushButton *m_more, *m_less;
    QCheckBox* m_repeat;
    QLineEdit* m_forward;
    FieldCheck* m_forwardCheck = nullptr;
};

} // namespace hookworks
