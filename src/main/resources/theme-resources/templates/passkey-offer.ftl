<#-- Offers a passkey. Imports nothing but the layout, so that it renders in every login theme. -->
<#import "template.ftl" as layout>

<#global title = msg("orgSwitcherPasskeyTitle") + " · " + title!>

<@layout.registrationLayout; section>
    <#if section = "header">
        <span lang="${msg("orgSwitcherLanguage")}" dir="${msg("orgSwitcherDirection")}">${msg("orgSwitcherPasskeyTitle")}</span>
    <#elseif section = "form">
        <link rel="stylesheet" href="${url.resourcesPath}/css/org-switcher.css">
        <div class="org-switcher" lang="${msg("orgSwitcherLanguage")}" dir="${msg("orgSwitcherDirection")}">
            <div class="org-switcher-intro" id="passkey-offer-text">${msg("orgSwitcherPasskeyText")}</div>
            <form id="passkey-offer" class="org-switcher-form" action="${url.loginAction}" method="post">
                <div class="org-switcher-group">
                    <button type="submit" name="passkey" value="add" id="passkey-offer-add" aria-describedby="passkey-offer-text"
                            class="${properties.kcButtonClass!} ${properties.kcButtonPrimaryClass!"pf-m-primary"} ${properties.kcButtonBlockClass!}">${msg("orgSwitcherPasskeyAdd")}</button>
                </div>
                <div class="org-switcher-way-out">
                    <button type="submit" name="passkey" value="later" id="passkey-offer-later" class="org-switcher-link">${msg("orgSwitcherPasskeyLater")}</button>
                </div>
            </form>
        </div>
    </#if>
</@layout.registrationLayout>
