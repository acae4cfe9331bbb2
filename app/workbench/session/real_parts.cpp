// SPDX-FileCopyrightText: 2026 The Hookworks authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbench/session/real_parts.h"

#include "delivery/manager_transport.h"
#include "net/wire.h"
#include "platform/clock.h"
#include "platform/key_file_box.h"
#include "platform/paths.h"
#include "platform/random.h"
#include "platform/workspace_lock.h"
#include "provider/catalogue.h"
#include "store/store.h"
#include "workbench/inspect/body_reading.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

namespace hookworks {

namespace {

WayOut realWayOut(const QString& authorityFolder)
{
    const auto wire = std::make_shared<const Wire>(
        TlsTrust{true, QByteArray(), authorityFolder + QStringLiteral("/ca.pem")});
    return {wire, std::make_unique<ManagerTransport>(*wire)};
}

} // namespace

Result<std::shared_ptr<WorkspaceLock>> holdWorkspace(const QString& workspaceFile)
{
    QDir().mkpath(QFileInfo(workspaceFile).absolutePath());
    auto lock = std::make_shared<WorkspaceLock>(workspaceFile);
    const auto state = lock->tryLock();
    if (!state)
        return tl::unexpected<Error>(state.error());
    if (*state == WorkspaceLock::State::HeldByOther)
        return fail(ErrorCode::Conflict,
                    QCoreApplication::translate("hookworks", "The workspace %1 is open in another program.")
                        .arg(QDir::toNativeSeparators(workspaceFile)));
    return lock;
}

std::shared_ptr<const ProviderCatalogue> realProviders()
{
    return std::make_shared<const ProviderCatalogue>(ProviderCatalogue::builtIn());
}

Result<WorkbenchParts> realParts(const Paths& paths, const QString& workspaceFile,
                                 std::shared_ptr<WorkspaceLock> lock,
                                 std::shared_ptr<const ProviderCatalogue> providers,
                                 std::shared_ptr<const SecretBox> secrets)
{
    WorkbenchParts parts;
    parts.clock = std::make_shared<SystemClock>();
    parts.random = std::make_shared<SystemRandom>();
    parts.providers = std::move(providers);
    parts.authorityFolder = paths.authorityFolder();
    parts.secrets = std::move(secrets);
    if (!parts.secrets) {
        auto box = KeyFileBox::open(paths.keyFile());
        if (!box)
            return tl::unexpected<Error>(box.error());
        parts.secrets = std::move(*box);
    }
    parts.lock = std::move(lock);
    auto store = Store::open(workspaceFile, parts.lock ? Store::Mode::Write : Store::Mode::Read,
                             *parts.secrets, realBodyReading(*parts.providers));
    if (!store)
        return tl::unexpected<Error>(store.error());
    parts.store = std::move(*store);
    parts.store->moveToThread(QCoreApplication::instance()->thread());
    parts.wayOut = [folder = parts.authorityFolder] { return realWayOut(folder); };
    return parts;
}

Result<WorkbenchParts> realParts(const Paths& paths, const QString& workspaceFile, OpenMode mode,
                                 std::shared_ptr<const ProviderCatalogue> providers,
                                 std::shared_ptr<const SecretBox> secrets)
{
    if (mode == OpenMode::Read)
        return realParts(paths, workspaceFile, nullptr, std::move(providers), std::move(secrets));
    return holdWorkspace(workspaceFile).and_then([&](std::shared_ptr<WorkspaceLock> lock) {
        return realParts(paths, workspaceFile, std::move(lock), std::move(providers), std::move(secrets));
    });
}

} // namespace hookworks
