// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/paths.h"
#include "workbench/session/real_parts.h"
#include "workbench/session/workbench.h"

#include <QTemporaryDir>
#include <QTest>

namespace hookworks {

/// A workspace of its own in a temporary folder, with the real parts; it can be closed and opened again.
class TestWorkbench
{
public:
    explicit TestWorkbench(std::shared_ptr<const ProviderCatalogue> providers = realProviders())
        : m_providers(std::move(providers))
    {
        open();
    }

    void open()
    {
        QProcessEnvironment environment;
        environment.insert(QStringLiteral("HOME"), m_folder.path());
        environment.insert(QStringLiteral("HOOKWORKS_KEY_FILE"), keyFile());
        auto parts = realParts(Paths(environment), file(), OpenMode::Hold, m_providers);
        if (!parts)
            qFatal("%s", qPrintable(parts.error().message));
        m_workbench = std::make_unique<Workbench>(std::move(*parts));
    }
    void close() { m_workbench.reset(); }
    QString keyFile() const { return m_folder.filePath(QStringLiteral("key")); }
    QString file() const { return m_folder.filePath(QStringLiteral("test.hookworks")); }

    Workbench* operator->() const { return m_workbench.get(); }
    Workbench& operator*() const { return *m_workbench; }

private:
    std::shared_ptr<const ProviderCatalogue> m_providers;
    QTemporaryDir m_folder;
    std::unique_ptr<Workbench> m_workbench;
};

/// Waits for an answer as the event loop would; an answer that does not come is Internal.
template <class T>
Result<T> awaited(Answer<T> answer)
{
    if (!QTest::qWaitFor([&] { return answer.isFinished(); }, 30'000))
        return fail(ErrorCode::Internal, QStringLiteral("no answer came"));
    return answer.result();
}

} // namespace hookworks
