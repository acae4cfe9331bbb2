// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store_fixture.h"

#include <future>

using namespace hookworks;

namespace {

enum class Lane
{
    Screen,
    Urgent,
    Background
};

template <class Question>
QFuture<Result<void>> ask(Store& store, Lane lane, Question question)
{
    return lane == Lane::Urgent       ? store.readUrgently(std::move(question))
           : lane == Lane::Background ? store.readInBackground(std::move(question))
                                      : store.read(std::move(question));
}

} // namespace

/// What screens read, what work waits for and what takes long have a lane each.
class LanesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void noneHoldsUpAnother()
    {
        StoreFixture f;
        for (const Lane held : {Lane::Screen, Lane::Urgent, Lane::Background}) {
            std::promise<void> end;
            const auto slow = ask(*f.store, held, [wait = end.get_future().share()](Reader&) -> Result<void> {
                wait.wait();
                return {};
            });
            bool answered = true;
            for (const Lane other : {Lane::Screen, Lane::Urgent, Lane::Background}) {
                if (other == held)
                    continue;
                const auto quick = ask(
                    *f.store, other, [](Reader& reader) { return reader.waiting().map([](const auto&) {}); });
                answered = QTest::qWaitFor([&] { return quick.isFinished(); }, 10'000) && answered;
            }
            const bool stillHeld = !slow.isFinished();
            end.set_value();
            QVERIFY(QFuture<Result<void>>(slow).result());
            QVERIFY(answered && stillHeld);
        }
    }
};

QTEST_GUILESS_MAIN(LanesTest)
#include "lanes_test.moc"
