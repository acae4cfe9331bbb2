// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pictures.h"
#include "ui/captures/rule_editor.h"
#include "ui/widgets/theme.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QtTest>

using namespace hookworks;
using namespace Qt::StringLiterals;

namespace {

ReplyRule sampleRule()
{
    ReplyRule rule;
    rule.name = u"needs a token"_s;
    rule.match.path = u"/hook*"_s;
    Reply first;
    first.status = 503;
    first.headers.append("Retry-After", "2");
    Reply second;
    second.body = QByteArray("\xff\x00\r\n", 4); // no text
    rule.replies = {first, second};
    rule.require = RequiredAuth{u"secret"_s, {}, {}};
    return rule;
}

} // namespace

/// A reply rule as a person edits it: all of its answers, and nothing else.
class RuleEditorTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_editor = std::make_unique<RuleEditor>();
        m_editor->resize(420, 760);
        m_editor->show();
    }
    void cleanup() { m_editor.reset(); }

    void whatIsNotEditedStays()
    {
        ReplyRule rule = sampleRule();
        m_editor->setRule(rule);
        choose(1);
        choose(2);
        choose(0);
        QVERIFY(m_editor->rule() == rule);
        field<QSpinBox>("Status")->setValue(500);
        rule.replies[0].status = 500;
        QVERIFY(m_editor->rule() == rule);
    }

    void theAnswerWithoutCredentialsIsEditedInWhole()
    {
        ReplyRule rule = sampleRule();
        m_editor->setRule(rule);
        const QSignalSpy edited(m_editor.get(), &RuleEditor::edited);
        choose(2);
        QCOMPARE(answers()->currentText(), u"No credentials"_s);
        QCOMPARE(field<QSpinBox>("Status")->value(), 401);
        QCOMPARE(answerHeaders()->toPlainText(), u"WWW-Authenticate: Bearer"_s);
        QVERIFY(!button("Remove")->isEnabled());
        field<QSpinBox>("Status")->setValue(403);
        answerHeaders()->setPlainText(u"X-Why: no token"_s);
        QVERIFY(edited.size() >= 2);
        Reply otherwise;
        otherwise.status = 403;
        otherwise.headers.append("X-Why", "no token");
        rule.otherwise = otherwise;
        QVERIFY(m_editor->rule() == rule);
        choose(1);
        QVERIFY(m_editor->rule() == rule);
        choose(2);
        QCOMPARE(field<QSpinBox>("Status")->value(), 403);
        takePicture(*m_editor, u"rule-editor"_s);
    }

    void aRuleMayBeForATime()
    {
        ReplyRule rule = sampleRule();
        rule.forTime = Micros(600'000'001); // finer than the field shows
        m_editor->setRule(rule);
        QCOMPARE(field<QDoubleSpinBox>("For how long")->value(), 600);
        QVERIFY(m_editor->rule() == rule);
        field<QDoubleSpinBox>("For how long")->setValue(1.5);
        rule.forTime = Micros(1'500'000);
        QVERIFY(m_editor->rule() == rule);
        field<QDoubleSpinBox>("For how long")->setValue(0);
        rule.forTime.reset();
        QVERIFY(m_editor->rule() == rule);
    }

    void answersAreAddedAndRemovedInTheirPlace()
    {
        ReplyRule rule = sampleRule();
        m_editor->setRule(rule);
        choose(2);
        QTest::mouseClick(button("Add"), Qt::LeftButton);
        rule.replies << Reply();
        QVERIFY(m_editor->rule() == rule);
        QCOMPARE(answers()->currentIndex(), 2);
        QTest::mouseClick(button("Remove"), Qt::LeftButton);
        rule.replies.removeLast();
        QVERIFY(m_editor->rule() == rule);
    }

    void anAddressThatCanNeverWorkIsSaid()
    {
        m_editor->setRule(sampleRule());
        auto* forward = field<QLineEdit>("Forward to");
        QTest::keyClicks(forward, u"localhost:3000"_s);
        QTest::keyClick(forward, Qt::Key_Return);
        QCOMPARE(forward->accessibleDescription(), u"A URL begins with http:// or https://."_s);
        forward->setText(u"http://localhost:3000"_s);
        QCOMPARE(forward->accessibleDescription(), QString());
    }

private:
    QComboBox* answers() { return m_editor->findChild<QComboBox*>(); }
    void choose(int answer)
    {
        answers()->setCurrentIndex(answer);
        Q_EMIT answers()->activated(answer); // as a click does
    }
    QPushButton* button(const char* text)
    {
        const auto all = m_editor->findChildren<QPushButton*>();
        return *std::ranges::find_if(all, [&](auto* one) { return one->text() == QLatin1String(text); });
    }
    /// The field beside the last label of that text.
    template <class T>
    T* field(const char* label)
    {
        T* found = nullptr;
        for (auto* one : m_editor->findChildren<QLabel*>()) {
            if (one->text().remove(u'&') == QLatin1String(label) && qobject_cast<T*>(one->buddy()))
                found = qobject_cast<T*>(one->buddy());
        }
        return found;
    }
    QPlainTextEdit* answerHeaders() { return field<QPlainTextEdit>("Headers"); }

    Theme m_theme{false};
    std::unique_ptr<RuleEditor> m_editor;
};

QTEST_MAIN(RuleEditorTest)
#include "rule_editor_test.moc"
