// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A report of 2,000 components: how long after an edit the outline, the form, the JSON, the problems and the
// page all show it, for each view and each kind of edit, and how long the window's thread is busy with one
// movement while a component is dragged over the outline and over the page. Ends with 1 where the 99th
// percentile of an edit's work is over 50 ms, or that of a movement's over 16 ms.
#include "bench/percentile.h"
#include "support/built_in_providers.h"
#include "ui/paper/paper_view.h"
#include "ui/reports/report_editor.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QDragEnterEvent>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QLineEdit>
#include <QMimeData>
#include <QTest>
#include <QTreeView>
#include <QUndoStack>
#include <Qsci/qsciscintilla.h>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace hookworks {

namespace {

constexpr int sections = 400; ///< of five components each
constexpr int editCount = 60;
constexpr double allowedEditMs = 50, allowedMoveMs = 16;

QByteArray largeReport()
{
    QByteArray list;
    for (int i = 0; i < sections; ++i) {
        const QByteArray number = QByteArray::number(i);
        list += i > 0 ? ",\n    " : "";
        list += R"({"type": "Section", "options": {"section_title": "Section )" + number +
                R"(", "columns": 1}, "components": [
      {"type": "Row", "components": [
        {"type": "Card", "options": {"title": "Revenue", "value": )" +
                number + R"(, "width": "1/2"}},
        {"type": "Card", "options": {"title": "Orders", "value": "7"}}
      ]},
      {"type": "Text", "options": {"text": "Some words of section )" +
                number + R"("}}
    ]})";
    }
    return "{\n  \"type\": \"Report\",\n  \"options\": {\"report_title\": \"Large\"},\n  \"components\": [\n "
           "   " +
           list + "\n  ]\n}\n";
}

/// On the clock, and in work of all threads of this program: what the machine does beside it is not in that.
struct Taken
{
    std::vector<double> clock, work;

    void append(double onClock, double inWork)
    {
        clock.push_back(onClock);
        work.push_back(inWork);
    }
};

double workMilliseconds()
{
    timespec time{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
}

template <class Act>
void measured(Taken& taken, const Act& act)
{
    const double work = workMilliseconds();
    QElapsedTimer timer;
    timer.start();
    act();
    taken.append(double(timer.nsecsElapsed()) / 1e6, workMilliseconds() - work);
}

class DesignBench
{
public:
    DesignBench()
        : m_editor(builtInProviders(), [] { return RealTime(); })
    {
        m_editor.resize(1280, 800);
        m_editor.setVisible(true);
        if (!QTest::qWaitForWindowExposed(&m_editor))
            qFatal("the window does not come up");
        Report report;
        report.id = ReportId{1};
        report.provider = u"hybiscus"_s;
        report.name = u"Large"_s;
        report.document = largeReport();
        settled([&] { m_editor.show(report); });
    }

    bool measure()
    {
        bool good = true;
        for (const auto& [view, name] : {std::pair(ReportEditor::DesignSide, "Design"),
                                         std::pair(ReportEditor::BothSides, "Design + JSON"),
                                         std::pair(ReportEditor::JsonSide, "JSON")}) {
            m_editor.showView(view);
            if (view != ReportEditor::JsonSide) {
                choose(200);
                good &= edits(name, "form field", [this](int i) { typeInForm(i); });
                good &= edits(name, "move", [this](int i) { moveRow(i); });
            }
            if (view != ReportEditor::DesignSide)
                good &= edits(name, "JSON key", [this](int i) { typeInJson(i); });
            good &= edits(name, "undo", [this](int i) {
                i % 2 == 0 ? m_editor.history()->undo() : m_editor.history()->redo();
            });
        }
        m_editor.showView(ReportEditor::DesignSide);
        choose(3);
        good &= told("drag", "outline", allowedMoveMs, dragOverOutline());
        good &= told("drag", "page", allowedMoveMs, dragOverPage());
        return good;
    }

private:
    /// Does it, and waits until it is checked and painted.
    template <class Act>
    void settled(const Act& act)
    {
        QEventLoop loop;
        bool done = false;
        const auto tie =
            QObject::connect(m_editor.findChild<DocumentCheck*>(), &DocumentCheck::found, &loop, [&] {
                done = true;
                loop.quit();
            });
        act();
        if (!done)
            loop.exec();
        QApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
        QApplication::sendPostedEvents(nullptr, QEvent::UpdateRequest);
        QObject::disconnect(tie);
    }

    bool edits(const char* view, const char* kind, const std::function<void(int)>& edit)
    {
        Taken taken;
        for (int i = 0; i < editCount; ++i) {
            measured(taken, [&] { settled([&] { edit(i); }); });
            QTest::qWait(5);
        }
        return told(view, kind, allowedEditMs, taken);
    }

    static bool told(const char* where, const char* what, double allowed, const Taken& taken)
    {
        std::printf("%-14s %-10s work: median %5.1f, p99 %5.1f, most %5.1f ms (at most %.0f); on the clock: "
                    "median %5.1f, p99 %5.1f, slowest %5.1f ms\n",
                    where, what, median(taken.work), percentile(taken.work, 0.99), percentile(taken.work, 1),
                    allowed, median(taken.clock), percentile(taken.clock, 0.99), percentile(taken.clock, 1));
        std::fflush(stdout);
        return percentile(taken.work, 0.99) <= allowed;
    }

    QTreeView& outline() { return *m_editor.findChild<QTreeView*>(u"outline"_s); }

    /// The first card of a section.
    QModelIndex cardOf(int section)
    {
        const QAbstractItemModel& model = *outline().model();
        const QModelIndex root = model.index(0, 0);
        return model.index(0, 0, model.index(0, 0, model.index(section, 0, root)));
    }

    void choose(int section)
    {
        outline().setCurrentIndex(cardOf(section));
        QTest::qWait(50);
    }

    void typeInForm(int i)
    {
        QLineEdit* field = nullptr;
        for (auto* one : m_editor.findChildren<QLineEdit*>()) {
            if (one->isVisible() && one->objectName().endsWith(u".title"_s))
                field = one;
        }
        field->setFocus();
        QTest::keyClick(field, static_cast<char>('a' + i % 26));
    }

    void typeInJson(int i)
    {
        auto* json = m_editor.findChild<QsciScintilla*>();
        if (i == 0) { // behind a text's last letter
            int line = json->lines() / 2;
            while (!json->text(line).contains(u"Some words"_s))
                ++line;
            json->setCursorPosition(line, static_cast<int>(json->text(line).lastIndexOf(u'"')));
        }
        json->setFocus();
        QTest::keyClick(json->viewport(), '1');
    }

    void moveRow(int i)
    {
        if (i == 0)
            outline().setCurrentIndex(cardOf(200).parent().parent());
        outline().setFocus();
        QTest::keyClick(&outline(), i % 2 == 0 ? Qt::Key_Down : Qt::Key_Up, Qt::AltModifier);
    }

    template <class Move>
    static Taken movements(const QRect& area, const Move& move)
    {
        Taken taken;
        for (int i = 0; i < 200; ++i) {
            const QPoint at(area.center().x() + i % 7 * 8, area.top() + 20 + i * 5 % (area.height() - 60));
            measured(taken, [&] {
                move(at);
                QApplication::sendPostedEvents(nullptr, QEvent::UpdateRequest);
            });
        }
        return taken;
    }

    Taken dragOverOutline()
    {
        QWidget* const target = outline().viewport();
        const std::unique_ptr<QMimeData> mime(outline().model()->mimeData({outline().currentIndex()}));
        QDragEnterEvent enter(target->rect().center(), Qt::MoveAction, mime.get(), Qt::LeftButton, {});
        QApplication::sendEvent(target, &enter);
        return movements(target->rect(), [&](const QPoint& at) {
            QDragMoveEvent event(at, Qt::MoveAction, mime.get(), Qt::LeftButton, {});
            QApplication::sendEvent(target, &event);
            target->repaint();
        });
    }

    Taken dragOverPage()
    {
        auto* page = m_editor.findChild<PaperView*>();
        QWidget* const target = page->viewport();
        QTest::mousePress(target, Qt::LeftButton, {}, target->rect().center());
        return movements(target->rect(), [&](const QPoint& at) {
            QMouseEvent event(QEvent::MouseMove, at, target->mapToGlobal(at), Qt::NoButton, Qt::LeftButton,
                              {});
            QApplication::sendEvent(target, &event);
            target->repaint();
        });
    }

    Theme m_theme{false};
    ReportEditor m_editor;
};

} // namespace

int measureDesign()
{
    return DesignBench().measure() ? 0 : 1;
}

} // namespace hookworks

int main(int argc, char** argv)
{
    const QApplication application(argc, argv);
    return hookworks::measureDesign();
}
