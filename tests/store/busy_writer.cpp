// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Writes captures and deliveries into the workspace given as its argument for as long as it lives, and prints
// a line for each after its commit: what safety_test finds after killing it must be all of them.
#include "store/store.h"
#include "support/plain_secret_box.h"

#include <QCoreApplication>

#include <atomic>
#include <thread>
#include <unistd.h>

using namespace hookworks;

namespace {

void print(const QString& line)
{
    const QByteArray bytes = line.toUtf8() + '\n';
    if (::write(STDOUT_FILENO, bytes.constData(), static_cast<size_t>(bytes.size())) != bytes.size())
        ::_exit(1);
}

/// One round: a capture whose body says its number, with a long body now and then, and a delivery.
void writeRound(Store& store, int number, std::atomic<int>& open)
{
    Capture capture;
    capture.body = number % 10 == 0 ? QByteArray(300'000, 'x') : QByteArray::number(number);
    ++open;
    const auto id = std::make_shared<CaptureId>();
    store.write([=](Writer& w) { return w.addCapture(capture).map([=](CaptureId added) { *id = added; }); },
                [&open, id](const Result<void>& result) {
                    if (result)
                        print(id->toString());
                    --open;
                });
    const auto delivery = store.write([](Writer& w) { return w.addDelivery(Delivery()); });
    if (number % 20 == 0)
        print(delivery.result()->toString());
}

} // namespace

int main(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    const PlainSecretBox secrets;
    const auto store = Store::open(application.arguments().value(1), Store::Mode::Write, secrets);
    if (!store)
        return 1;
    std::atomic<int> open = 0;
    for (int number = 1;; ++number) {
        writeRound(**store, number, open);
        while (open > 100)
            std::this_thread::yield();
    }
}
