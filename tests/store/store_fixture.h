// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/store.h"
#include "support/plain_secret_box.h"

#include <QTemporaryDir>
#include <QTest>

namespace hookworks {

/// A workspace in a folder of its own, for one test.
class StoreFixture
{
public:
    StoreFixture() { reopen(); }

    QString path() const { return folder.filePath(QStringLiteral("test.hookworks")); }

    void reopen(Store::Mode mode = Store::Mode::Write)
    {
        store.reset();
        auto opened = Store::open(path(), mode, secrets);
        if (!opened)
            qFatal("%s", qPrintable(opened.error().message + opened.error().detail));
        store = std::move(*opened);
    }

    /// The answer itself; waits for it.
    template <class Change>
    auto write(Change change)
    {
        return store->write(std::move(change)).result();
    }
    template <class Question>
    auto read(Question question)
    {
        return store->read(std::move(question)).result();
    }

    QTemporaryDir folder;
    PlainSecretBox secrets;
    std::unique_ptr<Store> store;
};

inline RealTime at(qint64 seconds)
{
    return realTimeFromMicros(1'767'225'600'000'000 + seconds * 1'000'000 + 17);
}

inline WorkTime due(qint64 seconds)
{
    return workTimeFromMicros(1'767'225'600'000'000 + seconds * 1'000'000 + 23);
}

} // namespace hookworks
